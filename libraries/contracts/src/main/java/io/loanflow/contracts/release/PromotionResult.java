package io.loanflow.contracts.release;

import io.loanflow.contracts.training.ModelVersionRef;
import org.jspecify.annotations.Nullable;

/**
 * @param champion the version in service after the verdict; null where the first challenger was refused
 * @param reason one sentence with the numbers compared
 */
public record PromotionResult(Verdict verdict, @Nullable ModelVersionRef champion, String reason) {}
