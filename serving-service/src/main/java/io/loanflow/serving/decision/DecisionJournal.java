package io.loanflow.serving.decision;

import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.journal.Journal;
import io.loanflow.serving.journal.JournalFolder;
import io.loanflow.serving.journal.JournalUnavailableException;
import io.loanflow.serving.journal.Place;
import io.loanflow.serving.journal.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** This process's journal of decisions: opened when it is first needed, and tried again where that failed. */
@Component
public final class DecisionJournal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionJournal.class);

    private final ServingSettings.Decisions settings;
    private final KnownKeys keys = new KnownKeys(InstantSource.system());
    private volatile @Nullable Opened opened;
    private volatile String whyNot = "the journal of decisions is not open yet";

    public DecisionJournal(ServingSettings settings) {
        this.settings = settings.decisions();
    }

    private record Opened(Journal journal, DefinitionFiles definitions) {}

    Path directory() {
        return settings.journalDirectory().toPath().toAbsolutePath();
    }

    KnownKeys keys() {
        return keys;
    }

    /** @throws JournalUnavailableException if it cannot be opened */
    Journal journal() {
        return open().journal();
    }

    DefinitionFiles definitions() {
        return open().definitions();
    }

    /** Why nothing can be written; empty while all is well. */
    Optional<String> failure() {
        Opened ready = opened;
        return ready == null ? Optional.of(whyNot) : ready.journal().failure();
    }

    /** The entry at a place, wherever its file is by now. */
    Optional<byte[]> read(Place place) throws IOException {
        Path folder = journal().folder().path();
        Optional<byte[]> waiting = Segment.read(folder.resolve(place.segment()), place.offset());
        return waiting.isPresent()
                ? waiting
                : Segment.read(folder.resolve(JournalFolder.shipped(place.segment())), place.offset());
    }

    private Opened open() {
        Opened ready = opened;
        return ready == null ? openFirst() : ready;
    }

    private synchronized Opened openFirst() {
        Opened ready = opened;
        if (ready == null) {
            try {
                ready = take();
                opened = ready;
            } catch (IOException e) {
                whyNot = "the journal of decisions in " + directory() + " cannot be opened: " + e.getMessage();
                throw new JournalUnavailableException(whyNot, e);
            }
        }
        return ready;
    }

    private Opened take() throws IOException {
        JournalFolder folder = JournalFolder.claim(directory());
        try {
            for (Path file : folder.shippedFiles()) {
                Segment.read(file, this::remember);
            }
            int damaged = folder.recover(this::remember);
            if (damaged > 0) {
                LOG.error("{} entries of the journal in {} are damaged and lost", damaged, folder.path());
            }
            Journal journal = Journal.open(folder, settings.segmentSize().toBytes());
            return new Opened(journal, new DefinitionFiles(folder.path()));
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private void remember(Place place, byte[] content) throws IOException {
        KeyedAnswer answer = EntryCodec.read(content).answer();
        if (answer != null) {
            keys.add(answer, new Place(JournalFolder.waiting(place.segment()), place.offset()));
        }
    }

    @Override
    public void close() {
        Opened ready = opened;
        if (ready != null) {
            ready.journal().close();
        }
    }
}
