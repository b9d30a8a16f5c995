package io.loanflow.serving.decision;

import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.ServingSettings.Keeping;
import io.loanflow.serving.journal.JournalFolder;
import io.loanflow.serving.journal.JournalUnavailableException;
import io.loanflow.serving.journal.Segment;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Finds a decision: in this process's journal, where the newest are, or in the database. */
@Service
public final class DecisionLookup {

    /** Between the making of an id and its entry in a file, and between the clocks of both. */
    private static final long SLACK_MILLIS = Duration.ofMinutes(1).toMillis();

    private final DecisionJournal journal;
    private final DecisionDatabase database;
    private final boolean hasJournal;

    DecisionLookup(DecisionJournal journal, DecisionDatabase database, ServingSettings settings) {
        this.journal = journal;
        this.database = database;
        this.hasJournal = settings.decisions().keeping() != Keeping.OFF;
    }

    /** @throws DecisionsUnavailableException if it is not in the journal, and the database does not answer */
    public Optional<Decision> find(UUID id) {
        // What is shipped between the two looks is in the database then.
        Optional<Decision> waiting = hasJournal ? inJournal(id) : Optional.empty();
        return waiting.isPresent() ? waiting : inDatabase(id);
    }

    private Optional<Decision> inJournal(UUID id) {
        try {
            for (Path file : files(DecisionId.millis(id))) {
                Optional<Decision> found = inFile(file, id);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (IOException | JournalUnavailableException e) {
            throw new DecisionsUnavailableException("the journal of decisions cannot be read: " + e.getMessage(), e);
        }
    }

    private List<Path> files(long millis) throws IOException {
        List<Path> files = journal.journal().folder().segments();
        List<Path> near = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            boolean endedBefore = i + 1 < files.size() && began(files.get(i + 1)) < millis - SLACK_MILLIS;
            if (!endedBefore && began(files.get(i)) <= millis + SLACK_MILLIS) {
                near.add(files.get(i));
            }
        }
        return near;
    }

    private static long began(Path file) {
        return JournalFolder.began(file.getFileName().toString());
    }

    private static Optional<Decision> inFile(Path file, UUID id) throws IOException {
        List<Decision> found = new ArrayList<>();
        try {
            var unused = Segment.read(
                    file,
                    (place, content) -> EntryCodec.read(content).decisions().stream()
                            .filter(decision -> decision.id().equals(id))
                            .forEach(found::add));
        } catch (NoSuchFileException e) {
            // It has just been shipped.
            return Optional.empty();
        }
        return found.stream().findFirst();
    }

    private Optional<Decision> inDatabase(UUID id) {
        try (Connection connection = database.open()) {
            return new StoredDecisions(connection).find(id);
        } catch (SQLException e) {
            throw new DecisionsUnavailableException(
                    "the decision is not in this process's journal, and the database does not answer: "
                            + e.getMessage(),
                    e);
        }
    }
}
