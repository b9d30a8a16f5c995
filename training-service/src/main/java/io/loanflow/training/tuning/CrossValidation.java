package io.loanflow.training.tuning;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.tuning.Validation;
import io.loanflow.model.family.CrossFit;
import io.loanflow.model.family.Folding;
import io.loanflow.model.family.Growth;
import io.loanflow.model.family.OutOfFold;
import io.loanflow.model.family.Parameters;
import io.loanflow.training.TrainingProperties;
import io.loanflow.training.evaluation.Evaluation;
import io.loanflow.training.fit.TrainingMeters;
import io.loanflow.training.rows.Admission;
import io.loanflow.training.rows.PartRows;
import io.loanflow.training.rows.TrainingImpossibleException;
import io.loanflow.training.rows.TrainingRows;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Leaves each fold out once, fits a model to the others, and measures it on the one left out. */
@Component
class CrossValidation {

    /** As scikit-learn has it; measures that need no threshold decide between candidates. */
    private static final double THRESHOLD = 0.5;

    private final int threads;
    private final TrainingMeters meters;
    private final Admission admission;

    CrossValidation(TrainingProperties properties, TrainingMeters meters, Admission admission) {
        this.threads = properties.growingThreads();
        this.meters = meters;
        this.admission = admission;
    }

    /**
     * @param progress told while trees grow; what it throws ends the measurement
     * @throws TrainingImpossibleException if a fold has one class only, or its model does not fit the heap
     */
    Measurement measure(
            TrainingRows training, Parameters parameters, Validation validation, Consumer<RowProgress> progress) {
        PartRows rows = training.rows();
        Folding folding = new Folding(validation.folds(), validation.seed());
        Folds folds = Folds.of(training, folding);
        folds.requireBothClasses();
        CrossFit fit =
                new CrossFit(training.labelled(), parameters, folding, growth(rows, parameters, validation, progress));
        OutOfFold unseen = validation.patience() == null ? fit.scores() : fit.scores(validation.patience());
        meters.grown(training.definition().name(), validation.folds() * unseen.trees());
        double[] losses = folds.each(fold -> evaluation(fold, rows, unseen).logLoss());
        return new Measurement(
                Evaluation.of(rows.labels(), unseen.scores(), THRESHOLD), unseen.trees(), deviation(losses));
    }

    private Growth growth(PartRows rows, Parameters parameters, Validation validation, Consumer<RowProgress> progress) {
        long total = (long) validation.folds() * parameters.trees();
        return new Growth(
                threads,
                "a fold of the training part",
                trees -> progress.accept(new RowProgress(trees, total, "trees")),
                // Beside the part, the two sides that are copied from it.
                admission.modelLimit(rows, 2L * rows.size(), parameters));
    }

    private static Evaluation evaluation(int[] fold, PartRows rows, OutOfFold unseen) {
        byte[] labels = new byte[fold.length];
        for (int i = 0; i < fold.length; i++) {
            labels[i] = rows.labels()[fold[i]];
        }
        return Evaluation.of(
                labels,
                IntStream.of(fold).mapToDouble(row -> unseen.scores()[row]).toArray(),
                THRESHOLD);
    }

    private static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
