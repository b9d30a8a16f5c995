package io.loanflow.serving.decision;

import io.loanflow.contracts.training.ModelVersionRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to one record.
 *
 * @param id UUID of version 7
 * @param decidedAt to the microsecond
 * @param model that decided
 * @param definitionDigest SHA-256 of the text of the definition in the model's folder
 * @param verdict what the model said
 * @param record as it came, JSON in UTF-8
 * @param shadow whether the model answered nobody
 */
// Bytes as they came, which are passed on and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Decision(
        UUID id,
        Instant decidedAt,
        ModelVersionRef model,
        String definitionDigest,
        Verdict verdict,
        byte[] record,
        boolean shadow) {

    /**
     * What a model says of a record.
     *
     * @param score of the trees, before calibration
     * @param probability of the positive label
     * @param threshold smallest probability that is decided positive
     * @param label the target's category
     * @param reasons what was answered of why, as JSON; null where nothing was
     */
    public record Verdict(
            double score,
            double probability,
            double threshold,
            String label,
            @Nullable String reasons) {}
}
