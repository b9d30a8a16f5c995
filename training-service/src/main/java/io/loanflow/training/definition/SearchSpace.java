package io.loanflow.training.definition;

import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.model.family.Dimension;
import io.loanflow.model.family.Parameter;
import io.loanflow.model.family.ParameterSchema;
import io.loanflow.model.family.Parameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Where candidates are drawn from.
 *
 * @param dimensions by the parameter's name, in the schema's order; what is not searched has one value
 */
public record SearchSpace(Map<String, Dimension> dimensions) {

    /** In a small space the same is drawn again and again: then there are fewer candidates than asked for. */
    private static final int PATIENCE = 100;

    public SearchSpace {
        dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
    }

    /** Parameters that may be searched: all but the number of trees, which rungs raise, and the seed. */
    static List<Parameter> searchable(ParameterSchema schema) {
        return schema.parameters().stream()
                .filter(parameter -> !parameter.name().equals(TrainingSettings.TREES)
                        && !parameter.name().equals(TrainingSettings.SEED))
                .toList();
    }

    /**
     * Draws candidates, each once: the same of the same seed everywhere.
     *
     * @param first the parameters that others must beat
     * @param count how many there are at most, the first among them
     */
    public List<Parameters> candidates(Parameters first, int count, long seed) {
        Random random = new Random(seed);
        Set<Parameters> candidates = new LinkedHashSet<>(List.of(first));
        for (int draws = 0; candidates.size() < count && draws < PATIENCE * count; draws++) {
            candidates.add(draw(first, random));
        }
        return new ArrayList<>(candidates);
    }

    private Parameters draw(Parameters first, Random random) {
        Map<String, String> drawn = new LinkedHashMap<>(first.values());
        dimensions.forEach((name, dimension) -> drawn.put(name, dimension.draw(random)));
        return new Parameters(first.family(), drawn);
    }
}
