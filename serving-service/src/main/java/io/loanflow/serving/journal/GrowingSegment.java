package io.loanflow.serving.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of a folder of segments: the file that is being written, another one once it is full, and what the disk said last. One thread
 * writes; others may ask for its name and for what failed.
 */
final class GrowingSegment {

    private static final int PROBE_BYTES = 1 << 16;

    private final JournalFolder folder;
    private final long mostBytes;
    private @Nullable SegmentWriter current;
    private volatile String name = "";
    private volatile @Nullable String failure;

    /** @param mostBytes after which another file begins */
    GrowingSegment(JournalFolder folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** Of the file that is being written; empty while there is none. */
    String name() {
        return name;
    }

    /** Why the last write failed; empty while all is well. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Returns once all entries are on the disk, each told its place, or none is. */
    void append(List<WaitingEntry> entries) throws IOException {
        SegmentWriter segment = segment();
        int bytes = entries.stream()
                .mapToInt(entry -> EntryFormat.HEADER + entry.content().length)
                .reduce(0, Math::addExact);
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        entries.forEach(entry -> EntryFormat.write(entry.content(), buffer));
        long offset = segment.end();
        segment.append(buffer.flip());
        failure = null;
        for (WaitingEntry entry : entries) {
            entry.succeeded(Place.of(segment.file(), offset));
            offset += EntryFormat.HEADER + entry.content().length;
        }
    }

    private SegmentWriter segment() throws IOException {
        SegmentWriter segment = current;
        if (segment != null && segment.end() >= mostBytes) {
            end();
            segment = null;
        }
        if (segment == null) {
            Path file = folder.nextSegment();
            // First the name: from the file's first moment on nobody takes it for one that is done.
            name = file.getFileName().toString();
            segment = SegmentWriter.create(file);
            current = segment;
        }
        return segment;
    }

    /** The next entry begins another file. */
    void end() {
        SegmentWriter segment = current;
        current = null;
        name = "";
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
    JournalUnavailableException failed(Exception e) {
        String problem = folder.problem(e);
        failure = problem;
        end();
        return new JournalUnavailableException(problem, e);
    }

    /** Whether a disk that failed takes something again: who waits for that sends nothing to find it out with. */
    void probe() {
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
}
