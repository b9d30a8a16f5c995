package io.loanflow.localstack.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file of the data set in two parts: rows to learn from, and every fifth row held out, for clients to ask about. */
final class DemoRows {

    private static final int HELD_OUT = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DemoRows() {}

    /**
     * Writes both parts.
     *
     * @param most rows that are held out
     */
    static void split(DatasetDefinition definition, Path file, Parts parts, int most) throws IOException {
        List<String> names = definition.columns().stream().map(Column::name).toList();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file);
                CsvWriter learnt = writer(parts.learnt(), names);
                CsvWriter heldOut = writer(parts.heldOut(), names)) {
            long number = 0;
            int held = 0;
            for (NamedCsvRecord row : rows) {
                boolean asked = ++number % HELD_OUT == 0
                        && held < most
                        && record(definition, row).isPresent();
                held += asked ? 1 : 0;
                (asked ? heldOut : learnt)
                        .writeRecord(names.stream().map(row::getField).toList());
            }
        }
    }

    /**
     * Where both parts are.
     *
     * @param heldOut what clients ask about
     */
    record Parts(Path learnt, Path heldOut) {}

    private static CsvWriter writer(Path file, List<String> names) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file).writeRecord(names);
    }

    /** What is held out, as clients come. */
    static List<DemoRecord> heldOut(DatasetDefinition definition, Path file) throws IOException {
        List<DemoRecord> records = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                record(definition, row).ifPresent(records::add);
            }
        }
        // A file may be sorted; clients come in no order.
        Collections.shuffle(records, new Random(5));
        return records;
    }

    /** Empty of a row that no client could ask about, such as one whose age is absurd. */
    private static Optional<DemoRecord> record(DatasetDefinition definition, NamedCsvRecord row) {
        ObjectNode features = JSON.createObjectNode();
        for (Column column : definition.features()) {
            String cell = row.getField(column.name());
            if (!column.type().isNumeric() && column.allows(cell)) {
                features.put(column.name(), cell);
            } else if (column.type().isNumeric() && column.allows(Double.parseDouble(cell))) {
                features.put(column.name(), new BigDecimal(cell));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(
                new DemoRecord(features, row.getField(definition.target().name())));
    }
}
