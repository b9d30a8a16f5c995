package io.loanflow.localstack.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered version; null is what MLflow does not know of it.
 *
 * @param aliases that name it, sorted
 * @param verdict the gate's last
 * @param origin of its rows
 * @param withdrawn when a rollback took it out of service for good
 * @param withdrawnReason why
 * @param runName of the run that made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelVersion(
        int version,
        List<String> aliases,
        @Nullable Double rocAuc,
        @Nullable Double f1,
        @Nullable Double logLoss,
        @Nullable String verdict,
        @Nullable String origin,
        @Nullable String withdrawn,
        @Nullable String withdrawnReason,
        @Nullable String runName) {}
