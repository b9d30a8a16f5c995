package io.loanflow.serving.page;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.serving.champion.ServedModel;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as a person fills it in.
 *
 * @param texts by column, as they were typed; a column that is not there is empty
 */
public record FilledForm(Map<String, String> texts) {

    /** Digits that a number may be typed with; more are none that a person means. */
    private static final int LONGEST_NUMBER = 40;

    public FilledForm {
        texts = Map.copyOf(texts);
    }

    /** With the model's example. */
    public static FilledForm example(ServedModel model) {
        Map<String, String> texts = new LinkedHashMap<>();
        model.example().properties().forEach(property -> texts.put(property.getKey(), text(property.getValue())));
        return new FilledForm(texts);
    }

    /** As a person types it. */
    static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asString("");
    }

    String text(Column column) {
        return texts.getOrDefault(column.name(), "");
    }

    /** As a client would send it: what is empty is left out, and what is no number is sent as it is, to be refused by the model. */
    public byte[] json(ServedModel model) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (Column column : model.definition().features()) {
            String text = text(column).strip();
            if (column.type().isNumeric() && isNumber(text)) {
                row.put(column.name(), new BigDecimal(text));
            } else if (!text.isEmpty()) {
                row.put(column.name(), text);
            }
        }
        return row.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER && text.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");
    }
}
