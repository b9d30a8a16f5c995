package io.loanflow.contracts.release;

import io.loanflow.contracts.training.ModelVersionRef;
import org.jspecify.annotations.Nullable;

/**
 * A version became champion.
 *
 * @param former the champion before; null where there was none
 */
public record Appointment(
        ModelVersionRef champion, @Nullable ModelVersionRef former) {}
