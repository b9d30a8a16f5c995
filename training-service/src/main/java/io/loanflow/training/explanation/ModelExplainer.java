package io.loanflow.training.explanation;

import io.loanflow.model.calibration.Calibration;
import io.loanflow.model.family.ModelTrees;
import io.loanflow.model.reason.Reasons;
import io.loanflow.training.rows.PartRows;
import io.loanflow.training.rows.TrainingData;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Explains a model as a whole, in seconds: rows are drawn with a fixed seed, fewer of them where there are many trees. Protected columns are
 * none of the features, so there is nothing to say of them.
 */
public final class ModelExplainer {

    private static final int CONTRIBUTION_ROWS = 2000;
    private static final int DEPENDENCE_ROWS = 500;
    private static final int INTERACTION_ROWS = 150;

    /** Fewer rows would say nothing. */
    private static final int FEWEST_ROWS = 40;

    /** Up to so many trees the rows are as many as they may be. */
    private static final int TREES = 1000;

    private static final Duration CONTRIBUTION_TIME = Duration.ofSeconds(2);

    private static final int DEPENDENCES = 12;
    private static final int INTERACTING = 8;

    private static final long SEED = 42;

    private final TrainingData data;
    private final ModelTrees trees;
    private final int threads;

    /** @param threads that work; the result does not depend on them */
    public ModelExplainer(TrainingData data, ModelTrees trees, int threads) {
        this.data = data;
        this.trees = trees;
        this.threads = threads;
    }

    public ModelExplanation explain(Reasons reasons, Calibration calibration) {
        PartRows drawn =
                drawn((int) Math.max(FEWEST_ROWS, Math.min(CONTRIBUTION_ROWS, reasons.rowsWithin(CONTRIBUTION_TIME))));
        List<ColumnContribution> contributions = contributions(reasons, drawn);
        SampledModel some = sampled(DEPENDENCE_ROWS);
        SampledModel few = sampled(INTERACTION_ROWS);
        Dependences dependences = new Dependences(some, data.encoder(), calibration);
        return new ModelExplanation(
                trees.unit(),
                new ModelExplanation.DrawnRows(drawn.size(), some.rows(), few.rows()),
                contributions,
                strongest(contributions, DEPENDENCES).stream()
                        .map(dependences::of)
                        .toList(),
                new Interactions(few, trees.unit()).of(strongest(contributions, INTERACTING)));
    }

    private List<ColumnContribution> contributions(Reasons reasons, PartRows rows) {
        return reasons.meanSizes(rows.encodedBy(data.encoder()), threads).entrySet().stream()
                .map(size -> new ColumnContribution(size.getKey(), size.getValue()))
                .sorted(Comparator.comparingDouble(ColumnContribution::meanSize).reversed())
                .toList();
    }

    private List<ColumnPlace> strongest(List<ColumnContribution> contributions, int most) {
        List<ColumnPlace> places = ColumnPlace.of(data.definition(), data.encoder());
        return contributions.stream()
                .filter(contribution -> contribution.meanSize() > 0)
                .limit(most)
                .map(contribution -> places.stream()
                        .filter(place -> place.name().equals(contribution.column()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private SampledModel sampled(int most) {
        int affordable = most * TREES / Math.max(1, trees.scorer().size());
        PartRows rows = drawn(Math.max(FEWEST_ROWS, Math.min(most, affordable)));
        return new SampledModel(trees.scorer(), rows.columns(), rows.size());
    }

    private PartRows drawn(int most) {
        PartRows train = data.train();
        return train.size() <= most
                ? train.only(IntStream.range(0, train.size()).toArray())
                : train.only(new SplittableRandom(SEED)
                        .ints(0, train.size())
                        .distinct()
                        .limit(most)
                        .toArray());
    }
}
