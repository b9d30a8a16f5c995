package io.loanflow.serving.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.loanflow.serving.decision.Decision;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a model said of a record.
 *
 * @param label the target's category that was decided
 * @param probability of the positive label
 * @param threshold smallest probability that is decided positive
 * @param score of the trees, before calibration
 * @param reasons as they were answered; absent where none were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerdictDescription(
        String label,
        double probability,
        double threshold,
        double score,
        @JsonRawValue @Schema(type = "array") @Nullable String reasons) {

    static VerdictDescription of(Decision.Verdict verdict) {
        return new VerdictDescription(
                verdict.label(), verdict.probability(), verdict.threshold(), verdict.score(), verdict.reasons());
    }
}
