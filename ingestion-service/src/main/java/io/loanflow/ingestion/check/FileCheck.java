package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.RowFilter;
import io.loanflow.ingestion.expectation.ExpectationSuite;
import io.loanflow.ingestion.expectation.Row;
import io.loanflow.ingestion.expectation.RowExpectation;
import io.loanflow.ingestion.expectation.SuiteRun;
import io.loanflow.ingestion.filter.KeptRows;
import io.loanflow.ingestion.validation.LeftOut;
import io.loanflow.ingestion.validation.ValidationMeta;
import io.loanflow.ingestion.validation.ValidationResult;
import io.loanflow.tablefiles.FileRejectedException;
import io.loanflow.tablefiles.TableText;
import io.loanflow.tablefiles.typed.TypedFormat;
import io.loanflow.tablefiles.typed.TypedTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the files of one data set and checks their rows, in one pass and bounded memory. */
public final class FileCheck {

    /** How often the caller is told of progress, in rows. */
    private static final int PROGRESS = 8192;

    private final DatasetDefinition definition;
    private final ExpectationSuite suite;
    private final KeptRows kept;

    public FileCheck(DatasetDefinition definition, ExpectationSuite suite) {
        this.definition = definition;
        this.suite = suite;
        kept = new KeptRows(definition);
    }

    /**
     * Gives each row to the sink, to be stored, set aside or left out. What is left out is not checked.
     *
     * @param content read once, not closed
     * @param fileName for messages
     * @param rowsRead is told the number of rows read so far, every 8,192 rows and at the end; what it throws ends the reading
     * @throws FileRejectedException if the file is not the table that the definition describes, has no rows or too many wrong
     *     ones, or a critical expectation of the whole table is not met. The sink may have been given rows by then
     */
    public ValidationResult run(InputStream content, String fileName, RowSink sink, LongConsumer rowsRead)
            throws IOException {
        return run(List.of(new TablePart(fileName, Map.of(), () -> content)), fileName, sink, rowsRead);
    }

    /**
     * The same of a table in several files; rows are numbered through all of them.
     *
     * @param name of all of them, for messages
     */
    public ValidationResult run(List<TablePart> parts, String name, RowSink sink, LongConsumer rowsRead)
            throws IOException {
        try (SuiteRun run = suite.start()) {
            Reading reading = new Reading(run, sink, rowsRead);
            for (TablePart part : parts) {
                reading.read(part);
            }
            rowsRead.accept(reading.read);
            ValidationMeta meta = new ValidationMeta(
                    definition.name(),
                    definition.version(),
                    name,
                    reading.read,
                    leftOut(reading.leftOut),
                    reading.quarantined,
                    null);
            ValidationResult result = ValidationResult.of(run.finish(), meta);
            Acceptance.check(result, definition.quarantineLimit());
            return result;
        }
    }

    private @Nullable LeftOut leftOut(long rows) {
        RowFilter filter = definition.filter();
        return filter == null ? null : new LeftOut(filter.where(), rows);
    }

    private RowSource open(TablePart part, long rowsBefore) throws IOException {
        Optional<TypedTable> typed = part.file() == null
                ? Optional.empty()
                : TypedFormat.open(
                        part.file(), part.fileName(), definition.source().format());
        if (typed.isPresent()) {
            return opened(typed.get(), part, rowsBefore);
        }
        TableText text = TableText.open(
                part.content().open(), part.fileName(), definition.source().format());
        return text.isJson()
                ? new JsonTable(text, part, definition, rowsBefore)
                : new CsvTable(text, part, definition, rowsBefore);
    }

    private RowSource opened(TypedTable table, TablePart part, long rowsBefore) throws IOException {
        try {
            return new TypedRows(table, part, definition, rowsBefore);
        } catch (IOException | RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /** One check under way. */
    private final class Reading {

        private final SuiteRun run;
        private final RowSink sink;
        private final LongConsumer rowsRead;
        private long read;
        private long quarantined;
        private long leftOut;

        Reading(SuiteRun run, RowSink sink, LongConsumer rowsRead) {
            this.run = run;
            this.sink = sink;
            this.rowsRead = rowsRead;
        }

        void read(TablePart part) throws IOException {
            long before = read;
            try (RowSource table = open(part, read)) {
                for (Row row = table.next(); row != null; row = table.next()) {
                    take(row, table);
                    read = row.number();
                    if (read % PROGRESS == 0) {
                        rowsRead.accept(read);
                    }
                }
            }
            sink.end(part, before + 1, read);
        }

        private void take(Row row, RowSource table) throws IOException {
            if (kept.leavesOut(row)) {
                sink.leaveOut();
                leftOut++;
                return;
            }
            List<RowExpectation> broken = run.judge(row);
            if (broken.isEmpty()) {
                sink.accept(new CheckedRow(row.number(), row.values()));
            } else {
                sink.quarantine(new QuarantinedRow(row.number(), table.raw(), problems(broken, row)));
                quarantined++;
            }
        }
    }

    private static List<RowProblem> problems(List<RowExpectation> broken, Row row) {
        return broken.stream()
                .map(expectation -> new RowProblem(
                        String.join(",", expectation.condition().columns()),
                        expectation.config().type(),
                        expectation.condition().reason(row)))
                .toList();
    }
}
