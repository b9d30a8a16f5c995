package io.loanflow.ingestion.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.loanflow.ingestion.ledger.QuarantineEntries;
import io.loanflow.ingestion.ledger.QuarantineEntry;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes all quarantined rows of a load as CSV, however many they are. */
@Component
class QuarantineCsv {

    private final QuarantineEntries entries;
    private final EntityManager entities;

    QuarantineCsv(QuarantineEntries entries, EntityManager entities) {
        this.entries = entries;
        this.entities = entities;
    }

    @Transactional(readOnly = true)
    public void write(long loadId, OutputStream output) {
        try (Stream<QuarantineEntry> stream = entries.streamOfLoad(loadId)) {
            CsvWriter csv = CsvWriter.builder().build(output);
            csv.writeRecord("rowNumber", "column", "expectation", "reason", "rawRow");
            for (Iterator<QuarantineEntry> rows = stream.iterator(); rows.hasNext(); ) {
                QuarantineEntry entry = rows.next();
                csv.writeRecord(
                        Long.toString(entry.rowNumber()),
                        entry.column(),
                        entry.expectation(),
                        entry.reason(),
                        entry.rawRow());
                entities.detach(entry);
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send the quarantined rows of load " + loadId, e);
        }
    }
}
