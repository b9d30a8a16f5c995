package io.loanflow.training.run;

import io.loanflow.contracts.pipeline.DataOrigin;
import io.loanflow.contracts.pipeline.RowProgress;
import io.loanflow.contracts.pipeline.TrainingRequest;
import io.loanflow.tracking.ModelFacts;
import io.loanflow.tracking.ModelFolder;
import io.loanflow.tracking.Uncalibrated;
import io.loanflow.training.evaluation.EvaluationReport;
import io.loanflow.training.evaluation.PermutationImportance;
import io.loanflow.training.forest.ForestParameters;
import io.loanflow.training.forest.GrownForest;
import io.loanflow.training.forest.TargetLabels;
import io.loanflow.training.report.Report;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Grows a forest, measures it, and puts everything that serving needs into a model folder. */
@Component
class ModelMaker {

    /** Smallest probability that is decided positive. */
    static final double THRESHOLD = 0.5;

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
        TargetLabels labels = TargetLabels.of(data.definition());
        GrownForest forest = forests.make(new ForestOrder(request, parameters, data.trainingRows()), runId, progress);
        Runnable alive = () -> progress.accept(new RowProgress(parameters.trees(), parameters.trees(), "trees"));
        Report report = report(request, parameters, data, forest, labels, alive);
        return new TrainedModel(request, parameters, data, report, folder(request, data, forest), forest.provenance());
    }

    private static Report report(
            TrainingRequest request,
            ForestParameters parameters,
            TrainingData data,
            GrownForest forest,
            TargetLabels labels,
            Runnable alive) {
        double[] scores =
                forest.flat().scoreColumns(data.test().columns(), data.test().size());
        return new Report(
                EvaluationReport.of(data.definition(), data.test(), scores, THRESHOLD),
                PermutationImportance.of(forest.flat(), data.encoder(), data.test(), alive),
                labels,
                subtitle(request, parameters));
    }

    private static ModelFolder folder(TrainingRequest request, TrainingData data, GrownForest forest) {
        ModelFacts facts = new ModelFacts(
                request.load().dataset(),
                request.load().origin(),
                new Uncalibrated(),
                THRESHOLD,
                forest.flat().digest(),
                request.batches().schemaFingerprint());
        return new ModelFolder(
                forest.protobuf(), data.encoder(), data.definitionText(), SelfTestMaker.of(data, forest), facts);
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
