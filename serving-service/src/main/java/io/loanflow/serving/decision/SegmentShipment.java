package io.loanflow.serving.decision;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.contracts.decision.DecisionTable;
import io.loanflow.datasettables.DecisionRowTable;
import io.loanflow.datasettables.RefusedInputLine;
import io.loanflow.datasettables.RefusedInputRows;
import io.loanflow.datasettables.TableEngine;
import io.loanflow.datasettables.TableLock;
import io.loanflow.datasettables.TableUnfitException;
import io.loanflow.serving.journal.JournalFolder;
import io.loanflow.serving.journal.Segment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the decisions of one file of the journal into their tables, each of them once: whoever holds a table's lock looks into the ledger
 * what is there. A shipment that began and was not completed is removed and sent again, so that a crash between any two steps is followed by
 * the same rows; on InnoDB and on ColumnStore, which has no transaction that spans both.
 */
final class SegmentShipment {

    private static final int LONGEST_WAIT_SECONDS = 60;

    private final Connection connection;
    private final JournalFolder folder;
    private final TableEngine engine;

    SegmentShipment(Connection connection, JournalFolder folder, TableEngine engine) {
        this.connection = connection;
        this.folder = folder;
        this.engine = engine;
    }

    /**
     * What a file held.
     *
     * @param decisions that are in their tables now, by data set
     * @param hasAnswers whether it has answers that may be asked for again
     */
    record Shipped(Map<String, Long> decisions, boolean hasAnswers) {}

    /** @throws TableUnfitException if a table cannot hold them as it is */
    Shipped ship(Path file) throws IOException, SQLException {
        Map<DecisionGroup, List<Decision>> groups = new LinkedHashMap<>();
        List<RefusedInputLine> refusals = new ArrayList<>();
        boolean[] hasAnswers = new boolean[1];
        String segment = file.getFileName().toString();
        Segment.read(file, (place, content) -> {
            Entry entry = EntryCodec.read(content);
            hasAnswers[0] |= entry.answer() != null;
            refusals.addAll(entry.refusals());
            for (Decision decision : entry.decisions()) {
                DecisionGroup group =
                        new DecisionGroup(segment, decision.model().name(), decision.definitionDigest());
                groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(decision);
            }
        });
        new RefusedInputRows(connection).write(segment, refusals);
        shipAll(groups);
        Map<String, Long> decisions = new HashMap<>();
        groups.forEach((group, some) -> decisions.merge(group.dataset(), (long) some.size(), Long::sum));
        return new Shipped(decisions, hasAnswers[0]);
    }

    /** A table that is not fit is no reason not to fill the others. */
    private void shipAll(Map<DecisionGroup, List<Decision>> groups) throws IOException, SQLException {
        TableUnfitException unfit = null;
        for (Map.Entry<DecisionGroup, List<Decision>> group : groups.entrySet()) {
            try {
                ship(group.getKey(), group.getValue());
            } catch (TableUnfitException e) {
                unfit = e;
            }
        }
        if (unfit != null) {
            throw unfit;
        }
    }

    private void ship(DecisionGroup group, List<Decision> decisions) throws IOException, SQLException {
        DatasetDefinition definition = DatasetDefinitionReader.read(
                new DefinitionFiles(folder.path()).read(group.definitionDigest()), group.definitionDigest());
        DecisionRowTable table = new DecisionRowTable(definition, engine);
        lock(table.name());
        try {
            table.prepare(connection);
            ShipmentLedger ledger = new ShipmentLedger(connection);
            ledger.prepare();
            Optional<ShipmentLedger.Shipment> before = ledger.find(group);
            if (before.isEmpty() || !before.get().complete()) {
                long id = before.isPresent() ? before.get().id() : ledger.begin(group, decisions.size());
                if (before.isPresent()) {
                    table.delete(connection, id);
                }
                store(table, id, new DecisionRows(definition).encode(decisions), decisions.size());
                ledger.complete(id);
            }
        } finally {
            TableLock.release(connection, table.name());
        }
    }

    /** Waits for other processes that fill the table. */
    private void lock(String table) throws SQLException {
        for (int second = 0; second < LONGEST_WAIT_SECONDS; second++) {
            if (TableLock.tryAcquire(connection, table)) {
                return;
            }
        }
        throw new SQLException("others have filled table " + table + " for " + LONGEST_WAIT_SECONDS + " seconds");
    }

    private void store(DecisionRowTable table, long shipment, byte[] rows, long expected) throws SQLException {
        long stored = table.store(connection, shipment, new ByteArrayInputStream(rows));
        long visible = table.count(connection, shipment);
        if (stored != expected || visible != expected) {
            throw new SQLException("shipment " + shipment + " of " + DecisionTable.LEDGER + " sent " + expected
                    + " decisions; MariaDB reports " + stored + " and has " + visible);
        }
    }
}
