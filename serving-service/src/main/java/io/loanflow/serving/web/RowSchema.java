package io.loanflow.serving.web;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;

/** The OpenAPI 3.1 schema of one row, from its data set's definition. */
final class RowSchema {

    private RowSchema() {}

    static Schema<Object> of(DatasetDefinition definition) {
        Schema<Object> schema = typed("object");
        schema.setTitle(definition.title());
        schema.setDescription(definition.description());
        for (Column column : definition.features()) {
            schema.addProperty(column.name(), property(column));
        }
        schema.setRequired(definition.features().stream()
                .filter(column -> !column.missingAllowed())
                .map(Column::name)
                .toList());
        schema.setAdditionalProperties(false);
        return schema;
    }

    /**
     * The schema of a batch.
     *
     * @param row name of the schema of each of its rows
     */
    static Schema<Object> batch(String row, int mostRows) {
        Schema<Object> rows = typed("array");
        rows.setItems(new Schema<>().$ref("#/components/schemas/" + row));
        rows.setMaxItems(mostRows);
        Schema<Object> schema = typed("object");
        schema.addProperty("rows", rows);
        schema.addRequiredItem("rows");
        schema.setAdditionalProperties(false);
        return schema;
    }

    private static Schema<Object> property(Column column) {
        Schema<Object> schema = typed(type(column.type()));
        schema.setDescription(column.description() + ": " + column.allowed());
        if (column.range() != null) {
            schema.setMinimum(BigDecimal.valueOf(column.range().minimum()));
            schema.setMaximum(BigDecimal.valueOf(column.range().maximum()));
        }
        if (!column.type().isNumeric() && !column.isOpen()) {
            schema.setEnum(List.copyOf(column.categories()));
        }
        if (column.missingAllowed()) {
            schema.setTypes(new LinkedHashSet<>(List.of(type(column.type()), "null")));
        }
        return schema;
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case REAL -> "number";
            case INTEGER -> "integer";
            case NOMINAL, ORDINAL, BOOLEAN, DATE, TEXT, IDENTIFIER -> "string";
        };
    }

    static Schema<Object> typed(String... types) {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(new LinkedHashSet<>(List.of(types)));
        return schema;
    }
}
