package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.ingestion.expectation.Row;
import io.loanflow.tablefiles.FileRejectedException;
import io.loanflow.tablefiles.TableText;
import io.loanflow.tablefiles.Text;
import io.loanflow.tablefiles.UnpackedContent;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Objects, a row each: those of a list, which may stand deep in the file, or one after another. A property that is not there is a missing value. */
final class JsonTable implements RowSource {

    /** Characters; longer is no value. */
    private static final int LONGEST = 1 << 16;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(LONGEST).build())
            .build();

    private final TableText text;
    private final String fileName;
    private final TableFormat format;
    private final Row row;
    private final Constants constants;
    private final Map<String, Integer> positions;
    private final CellParser[] parsers;
    private final boolean[] met;
    private final StringBuilder raw = new StringBuilder();
    private final JsonParser parser;
    private final boolean inList;
    private boolean atRow;
    private long rows;

    /**
     * @param text closed by this
     * @param rowsBefore rows of the files before this one
     * @throws FileRejectedException if there is no list of rows where the definition says
     */
    JsonTable(TableText text, TablePart part, DatasetDefinition definition, long rowsBefore) throws IOException {
        this.text = text;
        fileName = part.fileName();
        format = definition.source().format();
        rows = rowsBefore;
        row = new Row(definition.columns().size());
        constants = new Constants(part.with(), definition);
        positions = constants.others();
        met = new boolean[definition.columns().size()];
        parsers = new CellParser[met.length];
        positions
                .values()
                .forEach(position -> parsers[position] =
                        CellParsers.of(position, definition.columns().get(position), format));
        parser = JSON.createParser(ObjectReadContext.empty(), text.reader());
        inList = findRows();
    }

    /** Goes to the first row, or into the list of rows; true if there is a list. */
    private boolean findRows() throws IOException {
        JsonToken token = token();
        if (format.records() != null) {
            for (String name : format.records().split("\\.", -1)) {
                token = find(name, token);
            }
            if (token != JsonToken.START_ARRAY) {
                throw rejected("\"" + format.records() + "\" is no list; records in source names the list of rows");
            }
        }
        atRow = token == JsonToken.START_OBJECT;
        return !atRow;
    }

    private @Nullable JsonToken find(String name, @Nullable JsonToken at) throws IOException {
        if (at == JsonToken.START_OBJECT) {
            for (JsonToken token = token(); token == JsonToken.PROPERTY_NAME; token = token()) {
                String met = parser.currentName();
                JsonToken value = token();
                if (met.equals(name)) {
                    return value;
                }
                skip();
            }
        }
        throw rejected("has no \"" + Text.cut(name) + "\", by which records in source goes to the list of rows");
    }

    @Override
    public @Nullable Row next() throws IOException {
        JsonToken token = atRow ? JsonToken.START_OBJECT : token();
        atRow = false;
        if (token == null || (inList && token == JsonToken.END_ARRAY)) {
            requireComplete(token);
            return null;
        }
        if (token != JsonToken.START_OBJECT) {
            throw rejected("holds something else than objects; each row is an object with a property for each column");
        }
        row.begin(++rows);
        constants.putInto(row);
        Arrays.fill(met, false);
        raw.setLength(0);
        readProperties();
        return row;
    }

    private void requireComplete(@Nullable JsonToken token) throws IOException {
        if (inList && token == null) {
            throw rejected("ends within the list of rows; the file is cut short");
        }
        if (inList && format.records() == null && token() != null) {
            throw rejected("goes on after the list of rows; put all rows into one list");
        }
    }

    private void readProperties() throws IOException {
        JsonToken token = token();
        for (; token == JsonToken.PROPERTY_NAME; token = token()) {
            String name = parser.currentName();
            Integer position = positions.get(name);
            JsonToken value = token();
            raw.append(raw.isEmpty() ? "{" : ",").append('"').append(name).append("\":");
            if (position != null) {
                read(value, position);
            } else if (format.extraColumnsIgnored()) {
                raw.append(value != null && value.isScalarValue() ? written(value) : "…");
                skip();
            } else {
                throw unknown(name, value);
            }
        }
        raw.append('}');
        for (int position : positions.values()) {
            if (!met[position]) {
                row.missing(position);
            }
        }
    }

    private void read(@Nullable JsonToken value, int position) throws IOException {
        if (met[position]) {
            throw rejected("has a row with the same property twice");
        }
        met[position] = true;
        if (value == null || !value.isScalarValue()) {
            raw.append('…');
            row.invalid(position, "", "is a list or an object, not a value");
            skip();
            return;
        }
        raw.append(written(value));
        if (value == JsonToken.VALUE_NULL || parser.getStringLength() == 0) {
            row.missing(position);
        } else {
            parsers[position].parse(
                    parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength(), row);
        }
    }

    private String written(JsonToken value) {
        String content = parser.getString();
        return value == JsonToken.VALUE_STRING
                ? '"' + content.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"'
                : content;
    }

    private FileRejectedException unknown(String name, @Nullable JsonToken value) {
        if (!inList && value == JsonToken.START_ARRAY) {
            return rejected("begins with no row; perhaps the rows are those of the list \"" + Text.cut(name)
                    + "\": add records: " + Text.cut(name) + " to source");
        }
        return rejected(
                "\"" + Text.cut(name) + "\" is none of the columns; columns that are not needed are left out by"
                        + " extra-columns: ignore in source, and a column that the file calls otherwise has from: with that name");
    }

    @Override
    public String raw() {
        return raw.toString();
    }

    private @Nullable JsonToken token() throws IOException {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw wrapped(e);
        }
    }

    private void skip() throws IOException {
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            throw wrapped(e);
        }
    }

    private FileRejectedException wrapped(JacksonException e) throws IOException {
        if (e instanceof JacksonIOException && e.getCause() instanceof IOException cause) {
            if (cause instanceof UnpackedContent.DamagedException) {
                return TableText.damaged(fileName);
            }
            if (cause instanceof CharacterCodingException) {
                return rejected("is not " + format.encoding().name() + " text; save the file as UTF-8");
            }
            throw cause;
        }
        return rejected(
                e instanceof StreamConstraintsException
                        ? "has a value of more than " + LONGEST + " characters, or one nested too deep"
                        : "is not JSON any more; the file is damaged or cut short");
    }

    private FileRejectedException rejected(String problem) {
        return new FileRejectedException(
                fileName + ":" + parser.currentTokenLocation().getLineNr() + ": " + problem);
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }
}
