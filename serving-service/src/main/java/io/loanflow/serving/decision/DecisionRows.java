package io.loanflow.serving.decision;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.datasettables.RowEncoder;
import io.loanflow.model.row.Row;
import io.loanflow.model.row.RowReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** Decisions of one definition as rows of the data set's table. */
final class DecisionRows {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Column> columns;
    /** Where each of them stands among the features; -1 where it is none. */
    private final int[] positions;

    private final RowReader reader;

    DecisionRows(DatasetDefinition definition) {
        this.columns = definition.columns().stream()
                .filter(column -> column.role() != ColumnRole.TARGET)
                .toList();
        this.positions =
                columns.stream().mapToInt(definition.features()::indexOf).toArray();
        this.reader = new RowReader(definition);
    }

    /** As {@link io.loanflow.datasettables.DecisionRowTable#store} takes them. */
    byte[] encode(List<Decision> decisions) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        RowEncoder encoder = new RowEncoder(rows);
        for (Decision decision : decisions) {
            encoder.write(decision.id().toString(), values(decision));
        }
        return rows.toByteArray();
    }

    private @Nullable String[] values(Decision decision) {
        Decision.Verdict verdict = decision.verdict();
        List<@Nullable String> values = new ArrayList<>();
        values.add(TIME.format(decision.decidedAt()));
        values.add(Integer.toString(decision.model().version()));
        values.add(decision.model().runId());
        values.add(decision.model().digest());
        values.add(decision.definitionDigest());
        values.add(Double.toString(verdict.score()));
        values.add(Double.toString(verdict.probability()));
        values.add(Double.toString(verdict.threshold()));
        values.add(verdict.label());
        values.add(decision.shadow() ? "1" : "0");
        values.add(verdict.reasons());
        values.add(new String(decision.record(), StandardCharsets.UTF_8));
        Row row = row(decision);
        for (int i = 0; i < positions.length; i++) {
            values.add(
                    row == null ? null : value(row, positions[i], columns.get(i).type()));
        }
        return values.toArray(String[]::new);
    }

    private @Nullable Row row(Decision decision) {
        try (JsonParser parser = JSON.createParser(decision.record())) {
            parser.nextToken();
            return reader.read(parser, "").row();
        }
    }

    /** Null where the record left it out, and of a column that no record may have. */
    private static @Nullable String value(Row row, int position, ColumnType type) {
        if (position < 0) {
            return null;
        }
        if (!type.isNumeric()) {
            return row.categories()[position];
        }
        double number = row.numbers()[position];
        if (Double.isNaN(number)) {
            return null;
        }
        return type == ColumnType.INTEGER ? Long.toString((long) number) : Double.toString(number);
    }
}
