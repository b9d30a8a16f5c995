package io.loanflow.monitoring.release;

import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.RegisteredModel;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.TrackedRun;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The versions of a data set's model as the registry knows them. */
@Component
public class ReleaseTimeline {

    /** Of the pages of some data sets. */
    private static final int MOST_RUNS = 500;

    private final ModelRegistry registry;
    private final MlflowRuns runs;

    /** When a finished run began and what it measured stays as it is. */
    private final Map<String, TrackedRun> finished =
            Collections.synchronizedMap(new LinkedHashMap<>(MOST_RUNS, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, TrackedRun> eldest) {
                    return size() > MOST_RUNS;
                }
            });

    ReleaseTimeline(ModelRegistry registry, MlflowRuns runs) {
        this.registry = registry;
        this.runs = runs;
    }

    /**
     * The newest first.
     *
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer
     */
    public List<ReleasedVersion> latest(String dataset, int most) {
        Map<String, Integer> aliases =
                model(dataset).map(RegisteredModel::aliases).orElse(Map.of());
        return registry.versions(dataset).stream()
                .limit(most)
                .map(version -> released(version, aliases))
                .toList();
    }

    /**
     * The version in service.
     *
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer
     */
    public OptionalInt champion(String dataset) {
        return model(dataset)
                .map(model -> model.version(ModelRegistry.CHAMPION))
                .orElse(OptionalInt.empty());
    }

    private Optional<RegisteredModel> model(String dataset) {
        return registry.models().stream()
                .filter(model -> model.name().equals(dataset))
                .findFirst();
    }

    private ReleasedVersion released(RegisteredModelVersion version, Map<String, Integer> aliases) {
        Optional<TrackedRun> run = run(version.runId());
        return new ReleasedVersion(
                version.version(),
                aliases.entrySet().stream()
                        .filter(alias -> alias.getValue() == version.version())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)),
                run.map(found -> Instant.ofEpochMilli(found.startMillis())).orElse(null),
                run.map(TrackedRun::metrics).orElse(Map.of()),
                version.tags());
    }

    private Optional<TrackedRun> run(String id) {
        TrackedRun known = finished.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            TrackedRun run = runs.run(id);
            if (run.finished()) {
                finished.put(id, run);
            }
            return Optional.of(run);
        } catch (NotInTrackingException e) {
            return Optional.empty();
        }
    }
}
