package io.loanflow.training.definition;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.contracts.tuning.TuningResult;
import io.loanflow.model.family.Parameters;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.TrackedRun;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parameters that a data set's newest tuning found, kept with the tuning's MLflow run. They stand in the place of those
 * of the {@code training.yaml} that they were compared with: whoever changes the file gets what it says, and whoever deletes the run
 * goes back to the file. What was found on synthetic rows is for synthetic rows only.
 */
@Component
public class TunedParameters {

    private static final String TUNED_FOR = "tuned_for";
    private static final String RESULT = "tuning_result";

    private final MlflowRuns runs;

    TunedParameters(MlflowRuns runs) {
        this.runs = runs;
    }

    Optional<TrainingSettings> find(DatasetRef load, Parameters before) {
        return runs.findNewestFinished(runs.experiment(load.dataset()), TUNED_FOR, scope(load, before))
                .map(run -> result(run).settings());
    }

    /** By which a tuning is found. */
    public Map<String, String> tags(DatasetRef load, Parameters before, TuningResult result) {
        return Map.of(
                TUNED_FOR, scope(load, before), RESULT, JsonMapper.shared().writeValueAsString(result));
    }

    /** What a finished tuning's run says. */
    public TuningResult result(TrackedRun run) {
        try {
            TuningResult result =
                    JsonMapper.shared().readValue(run.tags().getOrDefault(RESULT, "{}"), TuningResult.class);
            return new TuningResult(
                    result.settings(),
                    result.best(),
                    result.before(),
                    result.measured(),
                    true,
                    result.madeBy(),
                    run.page(),
                    result.seconds());
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "MLflow run " + run.id() + " is a finished tuning, but its tag " + RESULT
                            + " cannot be read; delete the run, and tune again",
                    e);
        }
    }

    private static String scope(DatasetRef load, Parameters before) {
        String rows = load.origin() == DataOrigin.SYNTHETIC ? "synthetic" : "real";
        return rows + " rows, instead of " + before.described();
    }
}
