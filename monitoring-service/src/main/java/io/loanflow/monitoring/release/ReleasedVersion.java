package io.loanflow.monitoring.release;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registered version with what is known of it.
 *
 * @param aliases that name it, such as champion
 * @param trainedAt null where its run was deleted
 * @param metrics of its run on the test part, by MLflow's names
 * @param tags by {@link io.loanflow.contracts.release.VersionTagNames}
 */
public record ReleasedVersion(
        int version,
        Set<String> aliases,
        @Nullable Instant trainedAt,
        Map<String, Double> metrics,
        Map<String, String> tags) {}
