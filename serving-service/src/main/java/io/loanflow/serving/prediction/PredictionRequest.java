package io.loanflow.serving.prediction;

import io.loanflow.serving.decision.RequestKey;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks.
 *
 * @param dataset whose model is asked; null for the standard one
 * @param body as JSON
 * @param wanted besides the decision
 * @param key by which the client may repeat it; null where it has none
 * @param version that must answer; null where it is the one in service, or one that is tried in its place
 */
// The body is read once and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record PredictionRequest(
        @Nullable String dataset,
        byte[] body,
        WantedReasons wanted,
        @Nullable RequestKey key,
        @Nullable Integer version) {

    public PredictionRequest(@Nullable String dataset, byte[] body, WantedReasons wanted, @Nullable RequestKey key) {
        this(dataset, body, wanted, key, null);
    }

    /** The same of a request that is sent again. */
    byte[] identity() {
        return key == null ? body : key.key().getBytes(StandardCharsets.UTF_8);
    }
}
