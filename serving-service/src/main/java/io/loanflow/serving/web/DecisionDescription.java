package io.loanflow.serving.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.serving.decision.Decision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision as the API shows it.
 *
 * @param record as it came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionDescription(
        UUID decisionId,
        Instant decidedAt,
        ModelVersionRef model,
        String definitionDigest,
        VerdictDescription verdict,
        boolean shadow,
        @JsonRawValue @Schema(type = "object") String record) {

    static DecisionDescription of(Decision decision) {
        return new DecisionDescription(
                decision.id(),
                decision.decidedAt(),
                decision.model(),
                decision.definitionDigest(),
                VerdictDescription.of(decision.verdict()),
                decision.shadow(),
                new String(decision.record(), StandardCharsets.UTF_8));
    }
}
