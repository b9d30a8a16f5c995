package io.loanflow.model.row;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.decision.RefusalReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row as its data set's definition describes it, and says everything that is wrong at once. Thread-safe. */
public final class RowReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final List<Column> features;
    private final Map<String, Integer> positions = new HashMap<>();
    /** What is told of a column that no decision uses. */
    private final Map<String, String> unused = new HashMap<>();

    public RowReader(DatasetDefinition definition) {
        this.features = definition.features();
        for (Column column : definition.columns()) {
            int position = features.indexOf(column);
            if (position >= 0) {
                positions.put(column.name(), position);
            } else {
                unused.put(column.name(), refusalOf(column));
            }
        }
    }

    /**
     * Reads one row, from the parser's current token to the end of that value.
     *
     * @param pointer JSON pointer to the row in the request
     * @throws tools.jackson.core.JacksonException if the text is not JSON
     */
    public RowReading read(JsonParser parser, String pointer) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new RowReading(
                    null,
                    List.of(new Problem(pointer, "must be a JSON object with one property for each feature")),
                    Set.of(Refusal.of(RefusalReason.NO_ROW)));
        }
        Draft draft = new Draft(pointer);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            draft.property(parser, name);
        }
        return draft.finish();
    }

    /** Reads a row that is JSON already. */
    public RowReading read(JsonNode row) {
        try (JsonParser parser = MAPPER.createParser(row.toString())) {
            parser.nextToken();
            return read(parser, "");
        }
    }

    private static String refusalOf(Column column) {
        return switch (column.role()) {
            case PROTECTED -> "is a protected characteristic and never used for a decision; leave it out";
            case TARGET -> "is what is predicted; leave it out";
            default -> "is not used for a decision; leave it out";
        };
    }

    /** A row while it is read. */
    private final class Draft {

        private final String pointer;
        private final double[] numbers = new double[features.size()];
        private final @Nullable String[] categories = new @Nullable String[features.size()];
        private final boolean[] met = new boolean[features.size()];
        private final List<Problem> problems = new ArrayList<>(0);
        private final Set<Refusal> refusals = new HashSet<>(0);

        Draft(String pointer) {
            this.pointer = pointer;
            Arrays.fill(numbers, Double.NaN);
        }

        void property(JsonParser parser, String name) {
            Integer position = positions.get(name);
            if (position == null) {
                refuseUnused(name);
            } else if (met[position]) {
                refuse(name, RefusalReason.REPEATED, "is given more than once; give it once");
            } else {
                met[position] = true;
                value(parser, position);
            }
            parser.skipChildren();
        }

        /** A name that is no column's may be anything, also of an applicant: it is told and not counted. */
        private void refuseUnused(String name) {
            String told = unused.get(name);
            refusals.add(new Refusal(told == null ? "" : name, RefusalReason.UNUSED_COLUMN));
            tell(name, told == null ? "is not a column of the data set; leave it out" : told);
        }

        private void value(JsonParser parser, int position) {
            Column column = features.get(position);
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_NULL) {
                if (!column.missingAllowed()) {
                    refuse(column.name(), RefusalReason.MISSING, "must not be null; give " + column.allowed());
                }
            } else if (column.type().isNumeric()) {
                number(parser, column, position);
            } else if (token == JsonToken.VALUE_STRING && column.allows(parser.getString())) {
                categories[position] = parser.getString();
            } else {
                refuse(column.name(), RefusalReason.NOT_ALLOWED, "must be " + column.allowed());
            }
        }

        private void number(JsonParser parser, Column column, int position) {
            if (!parser.currentToken().isNumeric()) {
                refuse(column.name(), RefusalReason.NOT_ALLOWED, "must be a JSON number: " + column.allowed());
                return;
            }
            double number = parser.getDoubleValue();
            if (column.allows(number)) {
                numbers[position] = number;
            } else {
                refuse(column.name(), RefusalReason.NOT_ALLOWED, "must be " + column.allowed());
            }
        }

        RowReading finish() {
            for (int i = 0; i < met.length; i++) {
                Column column = features.get(i);
                if (!met[i] && !column.missingAllowed()) {
                    refuse(column.name(), RefusalReason.MISSING, "is missing; give " + column.allowed());
                }
            }
            return problems.isEmpty()
                    ? new RowReading(new Row(numbers, categories), problems, refusals)
                    : new RowReading(null, problems, refusals);
        }

        private void refuse(String column, RefusalReason reason, String detail) {
            refusals.add(new Refusal(column, reason));
            tell(column, detail);
        }

        private void tell(String name, String detail) {
            if (problems.size() < Problem.MOST) {
                problems.add(new Problem(Problem.child(pointer, name), detail));
            }
        }
    }
}
