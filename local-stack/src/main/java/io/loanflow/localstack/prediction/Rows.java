package io.loanflow.localstack.prediction;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows to ask about, as people have them: JSON or CSV, in UTF-8 or, with a byte order mark, in UTF-16. */
public final class Rows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Rows() {}

    /** @throws PredictionException if it is in another encoding, which would make other categories of its texts */
    public static String text(byte[] bytes) {
        String text = decoded(bytes, charset(bytes));
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    private static String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new PredictionException("The rows are not in " + charset + "; save them as UTF-8", e);
        }
    }

    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return switch (mark) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }

    /** Whether it is no JSON object or array, hence a table with a header. */
    public static boolean isCsv(String text) {
        String start = text.stripLeading();
        return !start.isEmpty() && !start.startsWith("{") && !start.startsWith("[");
    }

    /**
     * A table's rows as a JSON array. Columns that the model does not take, such as the decision, are left out, and so are
     * empty cells.
     *
     * @param example a row as the model takes it: tells numbers from texts
     * @throws PredictionException where it is no table
     */
    public static String ofCsv(String text, JsonNode example) {
        ArrayNode rows = JSON.createArrayNode();
        String table = text.stripLeading();
        try {
            CsvReader.builder()
                    .fieldSeparator(separator(table.lines().findFirst().orElse("")))
                    .ofNamedCsvRecord(table)
                    .forEach(row -> rows.add(row(row, example)));
        } catch (CsvParseException e) {
            throw new PredictionException("Neither JSON nor a CSV table with a header: " + e.getMessage(), e);
        }
        if (rows.isEmpty() || rows.get(0).isEmpty()) {
            throw new PredictionException("Neither JSON nor a CSV table with rows and a header with the columns "
                    + String.join(", ", example.propertyNames()));
        }
        return rows.toString();
    }

    private static ObjectNode row(NamedCsvRecord row, JsonNode example) {
        ObjectNode object = JSON.createObjectNode();
        for (String column : row.getHeader()) {
            String name = column.strip();
            String cell = row.findField(column).orElse("").strip();
            if (!cell.isEmpty() && example.has(name)) {
                put(object, name, cell, example.path(name).isNumber());
            }
        }
        return object;
    }

    /** A number that is none goes as a text: the service says what is wrong with it. */
    private static void put(ObjectNode object, String name, String cell, boolean number) {
        if (number && cell.toLowerCase(Locale.ROOT).matches("[+-]?\\d+(\\.\\d*)?(e[+-]?\\d{1,3})?")) {
            object.put(name, new BigDecimal(cell));
        } else {
            object.put(name, cell);
        }
    }

    private static char separator(String header) {
        return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }
}
