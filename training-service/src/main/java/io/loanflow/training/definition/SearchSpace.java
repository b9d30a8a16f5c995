package io.loanflow.training.definition;

import io.loanflow.forest.grow.Criterion;
import io.loanflow.forest.grow.Portion;
import io.loanflow.training.forest.ForestParameters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Where candidates are drawn from. A parameter that is not searched has one value. */
public record SearchSpace(
        Dimension<Criterion> criterion,
        Dimension<Integer> maxDepth,
        Dimension<Integer> minSamplesLeaf,
        Dimension<Portion> maxFeatures,
        Dimension<Portion> maxSamples) {

    /** In a small space the same is drawn again and again: then there are fewer candidates than asked for. */
    private static final int PATIENCE = 100;

    /** Just this. */
    static SearchSpace only(ForestParameters parameters) {
        return new SearchSpace(
                one(parameters.criterion()),
                one(parameters.maxDepth()),
                one(parameters.minSamplesLeaf()),
                one(parameters.maxFeatures()),
                one(parameters.maxSamples()));
    }

    /**
     * Draws candidates, each once: the same of the same seed everywhere.
     *
     * @param first the parameters that others must beat
     * @param count how many there are at most, the first among them
     */
    public List<ForestParameters> candidates(ForestParameters first, int count, long seed) {
        Random random = new Random(seed);
        Set<ForestParameters> candidates = new LinkedHashSet<>(List.of(first));
        for (int draws = 0; candidates.size() < count && draws < PATIENCE * count; draws++) {
            candidates.add(draw(first, random));
        }
        return new ArrayList<>(candidates);
    }

    private ForestParameters draw(ForestParameters first, Random random) {
        return new ForestParameters(
                first.trees(),
                first.seed(),
                criterion.draw(random),
                maxDepth.draw(random),
                minSamplesLeaf.draw(random),
                maxFeatures.draw(random),
                maxSamples.draw(random));
    }

    private static <T> Dimension<T> one(T value) {
        return new Dimension.Choice<>(List.of(value));
    }
}
