package io.loanflow.contracts.release;

import io.loanflow.contracts.training.ModelVersionRef;
import java.time.Instant;

/** An approval as it is kept with its version. */
public record ApprovalRecord(ModelVersionRef version, Approval approval, Instant at) {}
