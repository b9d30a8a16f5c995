package io.loanflow.serving.prediction;

import io.loanflow.serving.decision.RequestKey;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks.
 *
 * @param dataset whose model is asked; null for the standard one
 * @param body as JSON
 * @param wanted besides the decision
 * @param key by which the client may repeat it; null where it has none
 */
// The body is read once and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record PredictionRequest(
        @Nullable String dataset,
        byte[] body,
        WantedReasons wanted,
        @Nullable RequestKey key) {}
