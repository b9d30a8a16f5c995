package io.loanflow.model;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.model.family.ModelTrees;
import io.loanflow.model.family.ScoreUnit;
import io.loanflow.model.folder.ModelFacts;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.model.reason.Reference;
import io.loanflow.model.row.Row;
import io.loanflow.model.whatif.Judge;
import io.loanflow.model.whatif.WhatIf;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Makes a model's search for changes when it is first asked for. Only where columns may change, it holds the trees for that. */
final class WhatIfAssembly {

    private final DatasetDefinition definition;
    private final ModelFolder folder;
    private final ToDoubleFunction<Row> probability;
    private @Nullable ModelTrees trees;
    private @Nullable WhatIf made;

    WhatIfAssembly(
            DatasetDefinition definition, ModelFolder folder, ModelTrees trees, ToDoubleFunction<Row> probability) {
        this.definition = definition;
        this.folder = folder;
        this.probability = probability;
        boolean mayChange = definition.features().stream().anyMatch(column -> column.mutable() != null);
        this.trees = mayChange && folder.reference() != null ? trees : null;
    }

    synchronized Optional<WhatIf> whatIf() {
        ModelTrees known = trees;
        Reference reference = folder.reference();
        if (known != null && reference != null) {
            made = of(known, reference);
            trees = null;
        }
        return Optional.ofNullable(made);
    }

    private WhatIf of(ModelTrees known, Reference reference) {
        Judge judge = new Judge(
                probability,
                sum -> probability(known.unit(), sum),
                folder.facts().threshold());
        try {
            return new WhatIf(definition, folder.encoder(), known.sum().get(), reference, judge);
        } catch (IllegalArgumentException e) {
            throw new ModelUnusableException(
                    ModelFolder.REFERENCE + " does not belong to this model: " + e.getMessage(), e);
        }
    }

    private double probability(ScoreUnit unit, double sum) {
        ModelFacts facts = folder.facts();
        double score = unit == ScoreUnit.LOG_ODDS ? 1 / (1 + Math.exp(-sum)) : Math.max(0, Math.min(1, sum));
        return facts.calibration().probability(score);
    }
}
