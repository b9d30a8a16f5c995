package io.loanflow.training.reproduction;

import io.loanflow.contracts.reproduction.ReproductionResult;
import io.loanflow.contracts.reproduction.ReproductionResult.Difference;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.training.card.TrainingEnvironment;
import io.loanflow.training.fit.TrainedModel;
import io.loanflow.training.run.RunTags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says in what a model differs from what a version's run recorded. */
@Component
class RecordComparison {

    private static final String NOTHING = "nothing";

    private final MlflowRuns runs;
    private final TrainingEnvironment environment;

    RecordComparison(MlflowRuns runs, TrainingEnvironment environment) {
        this.runs = runs;
        this.environment = environment;
    }

    ReproductionResult with(ModelVersionRef version, TrainedModel model) {
        Map<String, String> parameters = runs.parameters(version.runId());
        List<Difference> differences = new ArrayList<>();
        add(differences, "trees", version.digest(), model.folder().facts().digest());
        add(
                differences,
                "calibration",
                recorded(parameters, "calibration"),
                model.rule().calibration().method());
        add(
                differences,
                "threshold",
                recorded(parameters, "threshold"),
                Double.toString(model.rule().threshold()));
        boolean equal = differences.isEmpty();
        Map<String, String> tags = runs.run(version.runId()).tags();
        add(
                differences,
                "prepared rows",
                recorded(tags, RunTags.BATCHES),
                model.request().batches().sha256());
        add(differences, "code", recorded(tags, RunTags.REVISION), environment.revision());
        return new ReproductionResult(version, equal, differences);
    }

    private static void add(List<Difference> differences, String what, String recorded, String now) {
        if (!recorded.equals(now)) {
            differences.add(new Difference(what, recorded, now));
        }
    }

    private static String recorded(Map<String, String> values, String name) {
        return values.getOrDefault(name, NOTHING);
    }
}
