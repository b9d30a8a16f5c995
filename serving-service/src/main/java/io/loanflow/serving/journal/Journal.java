package io.loanflow.serving.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Appends entries from any number of threads; each returns once its entry is on the disk. One thread writes: whatever waits while the disk
 * is busy goes with the next write, so that an entry waits for two of the disk's answers at most, and never for company.
 */
public final class Journal implements AutoCloseable {

    /** How often a disk that failed is tried when nobody appends. */
    private static final Duration PROBE = Duration.ofSeconds(1);

    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 8 << 20;

    private final JournalFolder folder;
    private final GrowingSegment segment;
    private final BlockingQueue<WaitingEntry> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writing = new Thread(this::write, "journal");
    private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();
    private volatile boolean closed;

    private Journal(JournalFolder folder, long segmentBytes) {
        this.folder = folder;
        this.segment = new GrowingSegment(folder, segmentBytes);
        writing.setDaemon(true);
    }

    /**
     * One that writes into a folder, which it closes in the end.
     *
     * @param segmentBytes after which another file begins
     */
    public static Journal open(JournalFolder folder, long segmentBytes) {
        Journal journal = new Journal(folder, segmentBytes);
        journal.writing.start();
        return journal;
    }

    public JournalFolder folder() {
        return folder;
    }

    /**
     * Returns once the entry is on the disk.
     *
     * @param content at least one byte
     * @throws JournalUnavailableException if it is not there, or nobody knows
     */
    public Place append(byte[] content) {
        WaitingEntry entry = WaitingEntry.of(content);
        if (closed || !queue.offer(entry)) {
            throw new JournalUnavailableException(
                    closed ? "the service is stopping" : "the disk does not keep up: 10,000 entries wait for it");
        }
        return entry.await();
    }

    /** Ends the file that is being written, so that it can be shipped; the next entry begins another one. */
    public void seal() {
        WaitingEntry seal = WaitingEntry.seal();
        if (!closed && queue.offer(seal)) {
            seal.await();
        }
    }

    /** Files that are not written to any more, the oldest first. */
    public List<Path> sealed() throws IOException {
        List<Path> files = folder.segments();
        // Looked at after the files: one that was growing before has its end by now.
        String growing = segment.name();
        return files.stream()
                .filter(file -> !file.getFileName().toString().equals(growing))
                .toList();
    }

    /** Why the last write failed; empty while all is well. */
    public Optional<String> failure() {
        return segment.failure();
    }

    private void write() {
        try {
            while (!closed || !queue.isEmpty()) {
                WaitingEntry first = next();
                if (first == null) {
                    segment.probe();
                } else {
                    write(batch(first));
                }
            }
        } finally {
            segment.end();
            stopped.complete(true);
        }
    }

    private @Nullable WaitingEntry next() {
        try {
            return queue.poll(PROBE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Nobody interrupts it but who wants the JVM to end; what waits is written all the same.
            return null;
        }
    }

    private List<WaitingEntry> batch(WaitingEntry first) {
        List<WaitingEntry> batch = new ArrayList<>();
        long bytes = 0;
        for (WaitingEntry next = first; next != null; next = bytes < MOST_AT_ONCE ? queue.poll() : null) {
            batch.add(next);
            bytes += next.content().length;
        }
        return batch;
    }

    private void write(List<WaitingEntry> batch) {
        List<WaitingEntry> entries =
                batch.stream().filter(waiting -> !waiting.isSeal()).toList();
        try {
            if (!entries.isEmpty()) {
                segment.append(entries);
            }
            if (entries.size() < batch.size()) {
                segment.end();
            }
            batch.stream().filter(WaitingEntry::isSeal).forEach(seal -> seal.succeeded(new Place("", 0)));
        } catch (IOException | RuntimeException e) {
            JournalUnavailableException why = segment.failed(e);
            batch.forEach(waiting -> waiting.failed(why));
        }
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        closed = true;
        // Wakes the thread that writes.
        var unused = queue.offer(WaitingEntry.seal());
        stopped.join();
        folder.close();
    }
}
