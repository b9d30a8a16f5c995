package io.loanflow.training.tuning;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.tuning.Validation;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.family.Growth;
import io.loanflow.model.family.Parameters;
import io.loanflow.training.TrainingProperties;
import io.loanflow.training.evaluation.Evaluation;
import io.loanflow.training.fit.TrainingMeters;
import io.loanflow.training.rows.Admission;
import io.loanflow.training.rows.PartRows;
import io.loanflow.training.rows.TrainingImpossibleException;
import io.loanflow.training.rows.TrainingRows;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
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
        Folds folds = Folds.of(rows, validation);
        double[] scores = new double[rows.size()];
        double[] losses = new double[validation.folds()];
        long total = (long) validation.folds() * parameters.trees();
        for (int fold = 0; fold < validation.folds(); fold++) {
            long before = (long) fold * parameters.trees();
            int[] inside = folds.inside(fold);
            Fold parts = new Fold(folds.without(fold), rows.only(inside), TargetLabels.of(training.definition()));
            PartRows left = parts.left();
            FittedModel model =
                    fit(parts, parameters, trees -> progress.accept(new RowProgress(before + trees, total, "trees")));
            double[] scored = model.scorer().scoreColumns(left.columns(), left.size());
            losses[fold] = Evaluation.of(left.labels(), scored, THRESHOLD).logLoss();
            for (int i = 0; i < inside.length; i++) {
                scores[inside[i]] = scored[i];
            }
        }
        return new Measurement(Evaluation.of(rows.labels(), scores, THRESHOLD), deviation(losses));
    }

    private FittedModel fit(Fold fold, Parameters parameters, IntConsumer treesGrown) {
        fold.requireBothClasses();
        LongConsumer limit = admission.modelLimit(fold.others(), fold.rowsInMemory(), parameters);
        Growth growth = new Growth(threads, "a fold of the training part", treesGrown, limit);
        FittedModel model = parameters.family().fit(fold.others().labelled(fold.targets()), parameters, growth);
        meters.grown(parameters.trees());
        return model;
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
