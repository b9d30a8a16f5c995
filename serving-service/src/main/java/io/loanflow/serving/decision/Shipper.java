package io.loanflow.serving.decision;

import io.loanflow.datasettables.TableUnfitException;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.ServingSettings.Keeping;
import io.loanflow.serving.journal.Journal;
import io.loanflow.serving.journal.JournalFolder;
import io.loanflow.serving.journal.JournalUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings decisions from the journal into the database, in bulk, on a thread of its own. What it cannot bring now it brings later: nothing
 * of it is needed to answer.
 */
@Component
public final class Shipper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Shipper.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ServingSettings settings;
    private final DecisionJournal decisions;
    private final DecisionDatabase database;
    private final DecisionMeters meters;
    private final RefusalEntries refusals;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;
    private volatile @Nullable String problem;
    private Duration pause;

    Shipper(
            ServingSettings settings,
            DecisionJournal decisions,
            DecisionDatabase database,
            DecisionMeters meters,
            RefusalEntries refusals) {
        this.settings = settings;
        this.decisions = decisions;
        this.database = database;
        this.meters = meters;
        this.refusals = refusals;
        this.pause = settings.decisions().shipInterval();
    }

    @Override
    public void start() {
        if (settings.decisions().keeping() == Keeping.OFF) {
            return;
        }
        meters.waiting(this::waitingBytes);
        Thread shipping = new Thread(this::run, "decision-shipper");
        shipping.setDaemon(true);
        shipping.start();
        thread = shipping;
    }

    /** Why the last round did not bring everything; empty while all is well. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    private void run() {
        do {
            round();
        } while (!isStopped(pause));
    }

    private boolean isStopped(Duration atMost) {
        try {
            return stopping.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Never throws, so that the next round comes. */
    private void round() {
        try {
            ship();
            if (problem != null) {
                LOG.info("Decisions are brought into the database again");
            }
            problem = null;
            pause = settings.decisions().shipInterval();
        } catch (SQLException | IOException | JournalUnavailableException e) {
            failed(String.valueOf(e.getMessage()), null);
        } catch (RuntimeException e) {
            failed("unexpected: " + e, e);
        }
    }

    private void failed(String reason, @Nullable Exception unexpected) {
        if (!reason.equals(problem)) {
            LOG.warn("Decisions stay in the journal for now: {}", reason, unexpected);
        }
        problem = reason;
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private void ship() throws SQLException, IOException {
        Journal journal = decisions.journal();
        refusals.writeEnded();
        forgetAnswers(journal.folder());
        List<JournalFolder> abandoned = JournalFolder.abandoned(decisions.directory());
        try {
            if (!journal.folder().segments().isEmpty()) {
                database.open().close();
                journal.seal();
                ship(journal.folder(), journal.sealed());
            }
            for (JournalFolder folder : abandoned) {
                shipAbandoned(folder);
            }
        } finally {
            abandoned.forEach(JournalFolder::close);
        }
    }

    private void shipAbandoned(JournalFolder folder) throws SQLException, IOException {
        if (!folder.segments().isEmpty()) {
            database.open().close();
            var unused = folder.recover((place, content) -> {});
            ship(folder, folder.segments());
        }
        forgetAnswers(folder);
        folder.deleteIfEmpty();
    }

    /** A file that cannot be brought is no reason not to bring the others. */
    private void ship(JournalFolder folder, List<Path> files) throws SQLException, IOException {
        String first = null;
        for (Path file : files) {
            try (Connection connection = database.open()) {
                String wrong = ship(connection, folder, file);
                first = first == null ? wrong : first;
            }
        }
        if (first != null) {
            throw new IOException(first);
        }
    }

    /** @return what is wrong with the file or its table; null where all is well */
    private @Nullable String ship(Connection connection, JournalFolder folder, Path file) {
        try {
            SegmentShipment.Shipped shipped =
                    new SegmentShipment(connection, folder, settings.table().engine()).ship(file);
            if (shipped.hasAnswers()) {
                folder.keepShipped(file);
            } else {
                Files.delete(file);
            }
            shipped.decisions().forEach(meters::shipped);
            return null;
        } catch (NoSuchFileException e) {
            return "the journal in " + folder.path() + " lacks " + e.getFile();
        } catch (SQLException | IOException | TableUnfitException e) {
            return e.getMessage();
        }
    }

    /** Deletes files that were kept for answers which nobody may ask for any more. */
    private static void forgetAnswers(JournalFolder folder) throws IOException {
        Instant oldest = Instant.now().minus(KnownKeys.REMEMBERED);
        for (Path file : folder.shippedFiles()) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                Files.delete(file);
            }
        }
    }

    /** Bytes in the journal that are not in the database yet. */
    long waitingBytes() {
        try {
            long bytes = 0;
            for (Path file : decisions.journal().folder().segments()) {
                bytes += file.toFile().length();
            }
            return bytes;
        } catch (IOException | JournalUnavailableException e) {
            return 0;
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        if (thread != null) {
            try {
                refusals.writeAll();
            } catch (JournalUnavailableException e) {
                LOG.warn("Counts of refused rows are lost: {}", e.getMessage());
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && stopping.getCount() > 0;
    }
}
