package io.loanflow.training.fit;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.model.Model;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.family.Parameters;
import io.loanflow.model.folder.ModelFacts;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.reason.Reasons;
import io.loanflow.model.reason.Reference;
import io.loanflow.model.reason.ReferenceMaker;
import io.loanflow.training.TrainingProperties;
import io.loanflow.training.calibration.DecisionRule;
import io.loanflow.training.evaluation.EvaluationReport;
import io.loanflow.training.evaluation.PermutationImportance;
import io.loanflow.training.explanation.ModelExplainer;
import io.loanflow.training.explanation.ModelExplanation;
import io.loanflow.training.report.Report;
import io.loanflow.training.rows.PartRows;
import io.loanflow.training.rows.TrainingData;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Fits a model, finds how its scores become decisions, measures both, and puts all that serving needs into a model folder. */
@Component
public class ModelMaker {

    private final ModelFitter fitter;
    private final int threads;

    ModelMaker(ModelFitter fitter, TrainingProperties properties) {
        this.fitter = fitter;
        this.threads = properties.growingThreads();
    }

    /**
     * @param runId of the run that keeps the parts of the model, where it was fitted in parts
     * @param progress told while trees grow; what it throws ends the work
     */
    public TrainedModel make(ModelOrder order, String runId, Consumer<RowProgress> progress) {
        FittedModel model = fitter.make(order.fit(), runId, progress);
        DecisionRule rule = rule(order, fitter.unseen(order.fit(), model, progress));
        RowProgress grown = grown(order.parameters());
        progress.accept(grown);
        double[] scores = testScores(order, model);
        Explained explained = explained(order, model);
        TrainingData data = order.data();
        ModelExplanation explanation =
                new ModelExplainer(data, model.trees(), threads).explain(explained.reasons(), rule.calibration());
        Report report = report(
                order,
                model,
                EvaluationReport.of(
                        data.definition(), data.test(), rule.calibration().probabilities(scores), rule.threshold()),
                explanation);
        progress.accept(grown);
        ModelFolder folder =
                folder(order, model, rule, explained).watchedBy(WatchedDistribution.of(data, rule, scores));
        // What the gate or serving would refuse is not registered.
        var unused = Model.of(folder).reasons();
        return new TrainedModel(order, rule, report, folder, folder.python(model.trees()), model.provenance());
    }

    /** Of a model whose trees have all grown. */
    public static RowProgress grown(Parameters parameters) {
        int all = parameters.family().treesToGrow(parameters);
        return new RowProgress(all, all, "trees");
    }

    /** Nobody needs the parts once the model is registered. */
    public void discardParts(TrainedModel model, String runId) {
        fitter.discardParts(model.request(), runId);
    }

    private static DecisionRule rule(ModelOrder order, double[] unseen) {
        TrainingData data = order.data();
        return DecisionRule.of(
                data.train().labels(),
                unseen,
                data.train().clusters(),
                data.definition().decisionCosts());
    }

    private static double[] testScores(ModelOrder order, FittedModel model) {
        PartRows test = order.data().test();
        return model.scorer().scoreColumns(test.columns(), test.size());
    }

    private static Report report(
            ModelOrder order, FittedModel model, EvaluationReport evaluation, ModelExplanation explanation) {
        TrainingData data = order.data();
        return new Report(
                evaluation,
                PermutationImportance.of(model.scorer(), data.encoder(), data.test()),
                TargetLabels.of(data.definition()),
                subtitle(order.request(), order.parameters()),
                explanation);
    }

    /** @param reference that rows are compared with when they are explained */
    private record Explained(Reference reference, Reasons reasons) {}

    private static Explained explained(ModelOrder order, FittedModel model) {
        Reference reference = ReferenceMaker.of(order.fit().labelled());
        TrainingData data = order.data();
        return new Explained(reference, Reasons.of(data.definition(), data.encoder(), model.trees(), reference));
    }

    private static ModelFolder folder(ModelOrder order, FittedModel model, DecisionRule rule, Explained explained) {
        TrainingRequest request = order.request();
        TrainingData data = order.data();
        ModelFacts facts = new ModelFacts(
                request.load().dataset(),
                order.parameters().family().name(),
                request.load().origin(),
                rule.calibration(),
                rule.threshold(),
                model.scorer().digest(),
                request.batches().schemaFingerprint());
        return new ModelFolder(
                order.parameters().family().write(model),
                data.encoder(),
                data.definitionText(),
                new SelfTestMaker(data, model, rule).with(explained.reasons()),
                facts,
                explained.reference());
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
