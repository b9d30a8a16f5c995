package io.loanflow.serving.protocol;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinition;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Single values, as a row of the data set has them. What fits no column stays what it is: whoever reads the row says what is wrong with it.
 */
final class Cells {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_NUMBER = 40;

    private final Map<String, Column> columns = new HashMap<>();

    Cells(DatasetDefinition definition) {
        definition.features().forEach(column -> columns.put(column.name(), column));
    }

    /** JSON's own true and false are the categories of a boolean column; numpy and pandas say NaN for what is missing. */
    JsonNode of(String name, JsonNode value) {
        Column column = columns.get(name);
        if (value.isDouble() && Double.isNaN(value.doubleValue())) {
            return JSON.nullNode();
        }
        if (value.isBoolean() && column != null && column.type() == ColumnType.BOOLEAN) {
            return JSON.stringNode(column.categories().get(value.booleanValue() ? 1 : 0));
        }
        return value;
    }

    /** A cell of a table of texts: empty where the value is missing, a number where the column has numbers. */
    JsonNode ofText(String name, String text) {
        Column column = columns.get(name);
        if (column == null || (text.isEmpty() && !column.allows(text))) {
            return text.isEmpty() ? JSON.nullNode() : JSON.stringNode(text);
        }
        BigDecimal number = column.type().isNumeric() ? number(text.strip()) : null;
        return number == null ? JSON.stringNode(text) : JSON.numberNode(number);
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
