package io.loanflow.serving.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Appends entries from any number of threads; each returns once its entry is on the disk. One thread writes: whatever waits while the disk
 * is busy goes with the next write, so that an entry waits for two of the disk's answers at most, and never for company.
 */
public final class Journal implements AutoCloseable {

    /** A disk that is silent for so long is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How often a disk that failed is tried when nobody appends. */
    private static final Duration PROBE = Duration.ofSeconds(1);

    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 8 << 20;
    private static final int PROBE_BYTES = 1 << 16;

    private final JournalFolder folder;
    private final long segmentBytes;
    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writing = new Thread(this::write, "journal");
    private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();
    private @Nullable SegmentWriter current;
    private volatile String currentName = "";
    private volatile @Nullable String failure;
    private volatile boolean closed;

    /** @param segmentBytes after which another file begins */
    private Journal(JournalFolder folder, long segmentBytes) {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        writing.setDaemon(true);
    }

    /** One that writes into a folder, which it closes in the end. */
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
        Pending pending = new Pending(content, new CompletableFuture<>());
        if (closed || !queue.offer(pending)) {
            throw new JournalUnavailableException(
                    closed ? "the service is stopping" : "the disk does not keep up: 10,000 entries wait for it");
        }
        return pending.await();
    }

    /** Ends the file that is being written, so that it can be shipped; the next entry begins another one. */
    public void seal() {
        Pending pending = new Pending(new byte[0], new CompletableFuture<>());
        if (!closed && queue.offer(pending)) {
            pending.await();
        }
    }

    /** Files that are not written to any more, the oldest first. */
    public List<Path> sealed() throws IOException {
        List<Path> files = folder.segments();
        // Looked at after the files: one that was growing before has its end by now.
        String growing = currentName;
        return files.stream()
                .filter(file -> !file.getFileName().toString().equals(growing))
                .toList();
    }

    /** Why the last write failed; empty while all is well. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private void write() {
        try {
            while (!closed || !queue.isEmpty()) {
                Pending first = next();
                if (first == null) {
                    probe();
                } else {
                    write(batch(first));
                }
            }
        } finally {
            end();
            stopped.complete(true);
        }
    }

    private @Nullable Pending next() {
        try {
            return queue.poll(PROBE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Nobody interrupts it but who wants the JVM to end; what waits is written all the same.
            return null;
        }
    }

    private List<Pending> batch(Pending first) {
        List<Pending> batch = new ArrayList<>();
        long bytes = 0;
        for (Pending next = first; next != null; next = bytes < MOST_AT_ONCE ? queue.poll() : null) {
            batch.add(next);
            bytes += next.content().length;
        }
        return batch;
    }

    private void write(List<Pending> batch) {
        List<Pending> entries =
                batch.stream().filter(pending -> !pending.isSeal()).toList();
        try {
            if (!entries.isEmpty()) {
                append(entries);
            }
            if (entries.size() < batch.size()) {
                end();
            }
            failure = null;
            batch.stream()
                    .filter(Pending::isSeal)
                    .forEach(seal -> seal.written().complete(new Place("", 0)));
        } catch (IOException | RuntimeException e) {
            failed(e);
            batch.forEach(pending ->
                    pending.written().completeExceptionally(new JournalUnavailableException(folder.problem(e), e)));
        }
    }

    private void append(List<Pending> entries) throws IOException {
        SegmentWriter segment = segment();
        int bytes = entries.stream()
                .mapToInt(pending -> EntryFormat.HEADER + pending.content().length)
                .reduce(0, Math::addExact);
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        entries.forEach(pending -> EntryFormat.write(pending.content(), buffer));
        long offset = segment.end();
        segment.append(buffer.flip());
        for (Pending pending : entries) {
            pending.written().complete(Place.of(segment.file(), offset));
            offset += EntryFormat.HEADER + pending.content().length;
        }
    }

    private SegmentWriter segment() throws IOException {
        SegmentWriter segment = current;
        if (segment != null && segment.end() >= segmentBytes) {
            end();
            segment = null;
        }
        if (segment == null) {
            Path file = folder.nextSegment();
            // First the name: from the file's first moment on nobody takes it for one that is done.
            currentName = file.getFileName().toString();
            segment = SegmentWriter.create(file);
            current = segment;
        }
        return segment;
    }

    private void end() {
        SegmentWriter segment = current;
        current = null;
        currentName = "";
        if (segment != null) {
            try (segment) {
                if (segment.end() == 0) {
                    Files.deleteIfExists(segment.file());
                }
            } catch (IOException e) {
                failure = folder.problem(e);
            }
        }
    }

    /** What the disk said of one file it may not say of the next; what it did with this one nobody knows. */
    private void failed(Exception e) {
        failure = folder.problem(e);
        end();
    }

    /** Whether a disk that failed takes something again: who waits for that sends nothing to find it out with. */
    private void probe() {
        if (failure == null) {
            return;
        }
        Path file = folder.path().resolve("probe-" + UUID.randomUUID());
        try {
            try (SegmentWriter probe = SegmentWriter.create(file)) {
                probe.append(ByteBuffer.allocate(PROBE_BYTES));
            } finally {
                Files.deleteIfExists(file);
            }
            failure = null;
        } catch (IOException e) {
            failure = folder.problem(e);
        }
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        closed = true;
        // Wakes the thread that writes.
        var unused = queue.offer(new Pending(new byte[0], new CompletableFuture<>()));
        stopped.join();
        folder.close();
    }

    /**
     * What waits for the disk.
     *
     * @param content empty to end the file
     */
    // The bytes are passed on as they are and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Pending(byte[] content, CompletableFuture<Place> written) {

        boolean isSeal() {
            return content.length == 0;
        }

        Place await() {
            boolean interrupted = false;
            long end = System.nanoTime() + PATIENCE.toNanos();
            try {
                while (true) {
                    try {
                        return written.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                    } catch (InterruptedException e) {
                        // The disk is asked already: what it says must be known.
                        interrupted = true;
                    }
                }
            } catch (TimeoutException e) {
                throw new JournalUnavailableException(
                        "the disk of the journal has not answered for " + PATIENCE.toSeconds() + " seconds", e);
            } catch (ExecutionException e) {
                Throwable cause = Objects.requireNonNull(e.getCause());
                throw new JournalUnavailableException(String.valueOf(cause.getMessage()), cause);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
