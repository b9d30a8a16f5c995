package io.loanflow.ingestion.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.loanflow.ingestion.ledger.QuarantineEntries;
import io.loanflow.ingestion.ledger.QuarantineEntry;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes all quarantined rows of a load as CSV, however many they are. */
@Component
class QuarantineCsv {

    /** What a cell begins with that spreadsheets take for a formula, or skip and then take for one. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final QuarantineEntries entries;
    private final EntityManager entities;

    QuarantineCsv(QuarantineEntries entries, EntityManager entities) {
        this.entries = entries;
        this.entities = entities;
    }

    /** @param raw as it is; else nothing in it is a formula to a spreadsheet */
    @Transactional(readOnly = true)
    public void write(long loadId, boolean raw, OutputStream output) {
        try (Stream<QuarantineEntry> stream = entries.streamOfLoad(loadId)) {
            CsvWriter csv = CsvWriter.builder().build(output);
            UnaryOperator<String> cell = raw ? UnaryOperator.identity() : QuarantineCsv::harmless;
            csv.writeRecord("rowNumber", "column", "expectation", "reason", "rawRow");
            for (Iterator<QuarantineEntry> rows = stream.iterator(); rows.hasNext(); ) {
                QuarantineEntry entry = rows.next();
                csv.writeRecord(
                        Long.toString(entry.rowNumber()),
                        cell.apply(entry.column()),
                        entry.expectation(),
                        cell.apply(entry.reason()),
                        cell.apply(entry.rawRow()));
                entities.detach(entry);
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send the quarantined rows of load " + loadId, e);
        }
    }

    static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
