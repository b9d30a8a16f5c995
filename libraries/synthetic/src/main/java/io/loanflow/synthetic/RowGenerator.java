package io.loanflow.synthetic;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import java.util.List;
import java.util.Random;

/** Draws row after row. */
final class RowGenerator {

    private final DatasetDefinition definition;
    private final List<ColumnModel> models;
    private final GaussianCopula copula;
    private final DecisionNode decision;
    private final String negativeLabel;

    RowGenerator(DatasetDefinition definition, SyntheticModel model) {
        this.definition = definition;
        models = model.columns();
        copula = new GaussianCopula(model.correlation());
        decision = DecisionNode.of(model.decision());
        negativeLabel = definition.negativeLabel();
    }

    /** @throws DatasetDefinitionException if a value is not one that the definition allows */
    SyntheticRow next(Random random) {
        SyntheticRow row = new SyntheticRow();
        double[] shares = copula.draw(random);
        int drawn = 0;
        for (ColumnModel model : models) {
            model.fill(row, model.drawn() ? shares[drawn++] : 0);
        }
        boolean positive = random.nextDouble() < decision.probability(row);
        row.put(definition.target().name(), positive ? definition.positiveLabel() : negativeLabel);
        definition.columns().forEach(column -> check(column, row));
        return row;
    }

    private void check(Column column, SyntheticRow row) {
        boolean allowed = column.type().isNumeric()
                ? column.allows(row.number(column.name()))
                : column.allows(row.text(column.name()));
        if (!allowed) {
            throw new DatasetDefinitionException("data set " + definition.name() + ": the synthetic model makes "
                    + row.text(column.name()) + " in column " + column.name() + "; the definition allows "
                    + column.allowed());
        }
    }
}
