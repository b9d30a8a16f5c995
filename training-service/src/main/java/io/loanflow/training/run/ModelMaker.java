package io.loanflow.training.run;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.model.Model;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.family.Parameters;
import io.loanflow.model.folder.ModelFacts;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.training.calibration.DecisionRule;
import io.loanflow.training.evaluation.EvaluationReport;
import io.loanflow.training.evaluation.PermutationImportance;
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
            Parameters parameters,
            TrainingData data,
            String runId,
            Consumer<RowProgress> progress) {
        FittedModel forest = forests.make(new ForestOrder(request, parameters, data.trainingRows()), runId, progress);
        DecisionRule rule = rule(parameters, data, forest);
        Report report = report(request, parameters, data, forest, rule);
        ModelFolder folder = folder(request, parameters, data, forest, rule);
        // What the gate or serving would refuse is not registered.
        Model unused = Model.of(folder);
        return new TrainedModel(request, parameters, data, rule, report, folder, forest.provenance());
    }

    private static DecisionRule rule(Parameters parameters, TrainingData data, FittedModel forest) {
        double[] outOfBag =
                parameters.family().unseen(forest, data.trainingRows().labelled(), parameters);
        return DecisionRule.of(
                data.train().labels(), outOfBag, data.definition().decisionCosts());
    }

    private static Report report(
            TrainingRequest request, Parameters parameters, TrainingData data, FittedModel forest, DecisionRule rule) {
        double[] scores =
                forest.scorer().scoreColumns(data.test().columns(), data.test().size());
        double[] probabilities = rule.calibration().probabilities(scores);
        return new Report(
                EvaluationReport.of(data.definition(), data.test(), probabilities, rule.threshold()),
                PermutationImportance.of(forest.scorer(), data.encoder(), data.test()),
                TargetLabels.of(data.definition()),
                subtitle(request, parameters));
    }

    private static ModelFolder folder(
            TrainingRequest request, Parameters parameters, TrainingData data, FittedModel forest, DecisionRule rule) {
        ModelFacts facts = new ModelFacts(
                request.load().dataset(),
                parameters.family().name(),
                request.load().origin(),
                rule.calibration(),
                rule.threshold(),
                forest.scorer().digest(),
                request.batches().schemaFingerprint());
        return new ModelFolder(
                parameters.family().write(forest),
                data.encoder(),
                data.definitionText(),
                SelfTestMaker.of(data, forest, rule),
                facts);
    }

    private static String subtitle(TrainingRequest request, Parameters parameters) {
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
