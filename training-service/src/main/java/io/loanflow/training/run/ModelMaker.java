package io.loanflow.training.run;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.model.Model;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.folder.ModelFacts;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.training.calibration.DecisionRule;
import io.loanflow.training.evaluation.EvaluationReport;
import io.loanflow.training.evaluation.PermutationImportance;
import io.loanflow.training.forest.ForestGrower;
import io.loanflow.training.forest.ForestParameters;
import io.loanflow.training.forest.GrownForest;
import io.loanflow.training.report.Report;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Grows a forest, finds how its scores become decisions, measures both, and puts all that serving needs into a model folder. */
@Component
class ModelMaker {

    private final ForestMaker forests;

    ModelMaker(ForestMaker forests) {
        this.forests = forests;
    }

    /** @param runId of the run that keeps the parts of the forest, where it has grown in parts */
    TrainedModel make(
            TrainingRequest request,
            ForestParameters parameters,
            TrainingData data,
            String runId,
            Consumer<RowProgress> progress) {
        GrownForest forest = forests.make(new ForestOrder(request, parameters, data.trainingRows()), runId, progress);
        DecisionRule rule = rule(parameters, data, forest);
        Report report = report(request, parameters, data, forest, rule);
        ModelFolder folder = folder(request, data, forest, rule);
        // What the gate or serving would refuse is not registered.
        Model unused = Model.of(folder);
        return new TrainedModel(request, parameters, data, rule, report, folder, forest.provenance());
    }

    private static DecisionRule rule(ForestParameters parameters, TrainingData data, GrownForest forest) {
        double[] outOfBag = ForestGrower.outOfBag(forest, data.train(), TargetLabels.of(data.definition()), parameters);
        return DecisionRule.of(
                data.train().labels(), outOfBag, data.definition().decisionCosts());
    }

    private static Report report(
            TrainingRequest request,
            ForestParameters parameters,
            TrainingData data,
            GrownForest forest,
            DecisionRule rule) {
        double[] scores =
                forest.flat().scoreColumns(data.test().columns(), data.test().size());
        double[] probabilities = rule.calibration().probabilities(scores);
        return new Report(
                EvaluationReport.of(data.definition(), data.test(), probabilities, rule.threshold()),
                PermutationImportance.of(forest.flat(), data.encoder(), data.test()),
                TargetLabels.of(data.definition()),
                subtitle(request, parameters));
    }

    private static ModelFolder folder(
            TrainingRequest request, TrainingData data, GrownForest forest, DecisionRule rule) {
        ModelFacts facts = new ModelFacts(
                request.load().dataset(),
                request.load().origin(),
                rule.calibration(),
                rule.threshold(),
                forest.flat().digest(),
                request.batches().schemaFingerprint());
        return new ModelFolder(
                forest.protobuf(), data.encoder(), data.definitionText(), SelfTestMaker.of(data, forest, rule), facts);
    }

    private static String subtitle(TrainingRequest request, ForestParameters parameters) {
        String synthetic = request.load().origin() == DataOrigin.SYNTHETIC ? " of SYNTHETIC data" : "";
        return String.format(
                Locale.ROOT,
                "%s, load %d: %,d test rows%s, %d trees",
                request.load().dataset(),
                request.load().loadId(),
                request.batches().testRows(),
                synthetic,
                parameters.trees());
    }
}
