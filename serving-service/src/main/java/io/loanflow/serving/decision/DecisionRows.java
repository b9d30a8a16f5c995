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
import tools.jackson.databind.json.JsonMapper;

/** Decisions of one definition as rows of the data set's table. */
final class DecisionRows {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Column> features;
    private final List<Column> columns;
    private final RowReader reader;

    DecisionRows(DatasetDefinition definition) {
        this.features = definition.features();
        this.columns = definition.columns().stream()
                .filter(column -> column.role() != ColumnRole.TARGET)
                .toList();
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
        Row row = reader.read(JSON.readTree(decision.record())).row();
        columns.forEach(column -> values.add(row == null ? null : value(row, column)));
        return values.toArray(String[]::new);
    }

    /** Null where the record left it out, and of a column that no record may have. */
    private @Nullable String value(Row row, Column column) {
        int position = features.indexOf(column);
        if (position < 0) {
            return null;
        }
        if (!column.type().isNumeric()) {
            return row.categories()[position];
        }
        double number = row.numbers()[position];
        if (Double.isNaN(number)) {
            return null;
        }
        return column.type() == ColumnType.INTEGER ? Long.toString((long) number) : Double.toString(number);
    }
}
