package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.ingestion.expectation.Row;
import io.loanflow.tablefiles.FileRejectedException;
import io.loanflow.tablefiles.typed.CellBuffer;
import io.loanflow.tablefiles.typed.TypedTable;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows whose values have types, each read as what a text file would write for it. */
final class TypedRows implements RowSource {

    private final TypedTable table;
    private final List<String> names;
    private final Row row;
    private final Constants constants;
    private final CellBuffer cell = new CellBuffer();
    private final int[] fields;
    private final int[] positions;
    private final CellParser[] parsers;
    private long rows;

    /**
     * @param table closed by this
     * @param rowsBefore rows of the files before this one
     * @throws FileRejectedException if it does not have the right columns
     */
    TypedRows(TypedTable table, TablePart part, DatasetDefinition definition, long rowsBefore) throws IOException {
        this.table = table;
        rows = rowsBefore;
        row = new Row(definition.columns().size());
        constants = new Constants(part.with(), definition);
        names = table.names();
        Header header = new Header(names, constants.others(), definition);
        if (!header.flaw().isEmpty()) {
            throw new FileRejectedException(part.fileName() + ": " + header.flaw());
        }
        int[] places = header.positions();
        fields = IntStream.range(0, places.length)
                .filter(field -> places[field] != RecordHandler.IGNORED)
                .toArray();
        positions = IntStream.of(fields).map(field -> places[field]).toArray();
        parsers = IntStream.of(positions)
                .mapToObj(position -> CellParsers.of(
                        position,
                        definition.columns().get(position),
                        definition.source().format()))
                .toArray(CellParser[]::new);
        table.start(IntStream.of(fields).collect(BitSet::new, BitSet::set, BitSet::or));
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (!table.next()) {
            return null;
        }
        row.begin(++rows);
        constants.putInto(row);
        for (int i = 0; i < fields.length; i++) {
            table.read(fields[i], cell);
            if (cell.isMissing() || cell.length() == 0) {
                row.missing(positions[i]);
            } else {
                parsers[i].parse(cell.chars(), 0, cell.length(), row);
            }
        }
        return row;
    }

    @Override
    public String raw() {
        ObjectNode raw = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.length; i++) {
            raw.put(names.get(fields[i]), row.text(positions[i]).toString());
        }
        return raw.toString();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
