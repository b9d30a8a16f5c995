package io.loanflow.monitoring.ledger;

import io.loanflow.contracts.release.LedgerHead;
import io.loanflow.contracts.release.ReleaseEventKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds entries and finds them. An entry is one row that is added at once or not at all; its number and the hash that it follows are both
 * unique in the table, so that whoever is second takes the next number.
 */
@Component
public class Ledger {

    /** What the first entry follows. */
    static final String NOTHING = "0".repeat(64);

    private static final String ENTRY =
            "SELECT number, previous, hash, happening, type, dataset, happened_at, content FROM ledger_entry";

    /** Each time somebody else has added one; nobody adds so many at once. */
    private static final int MOST_ATTEMPTS = 1000;

    private final JdbcClient database;

    Ledger(JdbcClient database) {
        this.database = database;
    }

    /** Adds an entry, or finds that of the same happening. */
    LedgerEntry add(LedgerDraft draft) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<LedgerEntry> known = of(draft.key());
            if (known.isPresent()) {
                return known.get();
            }
            LedgerHead head = head().orElse(new LedgerHead(0, NOTHING));
            try {
                return add(head, draft);
            } catch (DuplicateKeyException faster) {
                // Somebody else has added one, of this happening or another.
            }
        }
        throw new IllegalStateException("the ledger grew " + MOST_ATTEMPTS + " times while one entry was added to it");
    }

    private LedgerEntry add(LedgerHead head, LedgerDraft draft) {
        LedgerDraft stored = new LedgerDraft(
                draft.type(), draft.key(), draft.dataset(), draft.at().truncatedTo(ChronoUnit.MICROS), draft.body());
        long number = head.number() + 1;
        String text =
                EntryContent.text(number, head.hash(), stored, Instant.now().truncatedTo(ChronoUnit.MICROS));
        String hash = EntryContent.hash(text);
        database.sql("INSERT INTO ledger_entry (number, previous, hash, happening, type, dataset, happened_at, content)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(number)
                .param(head.hash())
                .param(hash)
                .param(happening(stored.key()))
                .param(stored.type())
                .param(stored.dataset())
                .param(utc(stored.at()))
                .param(text)
                .update();
        return Objects.requireNonNull(EntryContent.read(text, hash));
    }

    /** The entry of a happening; empty where it has none. */
    Optional<LedgerEntry> of(String key) {
        return database.sql(ENTRY + " WHERE happening = ?")
                .param(happening(key))
                .query((row, line) -> kept(row))
                .optional()
                .map(KeptEntry::entry);
    }

    /** The last entry; empty where there is none. */
    public Optional<LedgerHead> head() {
        return database.sql("SELECT number, hash FROM ledger_entry ORDER BY number DESC LIMIT 1")
                .query(LedgerHead.class)
                .optional();
    }

    /**
     * The latest releases, the newest first.
     *
     * @param dataset null for all
     * @param before number that theirs is below; null for the newest
     */
    public List<LedgerEntry> releases(@Nullable String dataset, @Nullable Long before, int most) {
        return database
                .sql(ENTRY + " WHERE type LIKE 'release.%' AND (:dataset IS NULL OR dataset = :dataset) AND"
                        + " (:before IS NULL OR number < :before) ORDER BY number DESC LIMIT :most")
                .param("dataset", dataset)
                .param("before", before)
                .param("most", most)
                .query((row, line) -> kept(row))
                .list()
                .stream()
                .map(KeptEntry::entry)
                .toList();
    }

    /** For each data set the last move of its champion until a moment: what it says came into service decided then. */
    public List<LedgerEntry> inForce(@Nullable String dataset, Instant at) {
        return database
                .sql(
                        "SELECT DISTINCT dataset FROM ledger_entry WHERE type IN (:types) AND (:dataset IS NULL OR dataset ="
                                + " :dataset) ORDER BY dataset")
                .param("types", ReleaseEventKind.championTypes())
                .param("dataset", dataset)
                .query(String.class)
                .list()
                .stream()
                .flatMap(name -> lastMove(name, at).stream())
                .toList();
    }

    private Optional<LedgerEntry> lastMove(String dataset, Instant until) {
        return database.sql(ENTRY + " WHERE dataset = :dataset AND type IN (:types) AND happened_at <= :until"
                        + " ORDER BY happened_at DESC, number DESC LIMIT 1")
                .param("dataset", dataset)
                .param("types", ReleaseEventKind.championTypes())
                .param("until", utc(until))
                .query((row, line) -> kept(row))
                .optional()
                .map(KeptEntry::entry);
    }

    /** The last move of a data set's champion that was written down; empty where none was. */
    Optional<LedgerEntry> lastMove(String dataset) {
        return database.sql(ENTRY + " WHERE dataset = :dataset AND type IN (:types) ORDER BY number DESC LIMIT 1")
                .param("dataset", dataset)
                .param("types", ReleaseEventKind.championTypes())
                .query((row, line) -> kept(row))
                .optional()
                .map(KeptEntry::entry);
    }

    /** As they are kept, after a number and in order. */
    List<KeptEntry> kept(long after, int most) {
        return database.sql(ENTRY + " WHERE number > ? ORDER BY number LIMIT ?")
                .params(after, most)
                .query((row, line) -> kept(row))
                .list();
    }

    private static KeptEntry kept(ResultSet row) throws SQLException {
        return new KeptEntry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(8));
    }

    /** Keys are longer than what an index takes. */
    static String happening(String key) {
        return EntryContent.hash(key);
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
