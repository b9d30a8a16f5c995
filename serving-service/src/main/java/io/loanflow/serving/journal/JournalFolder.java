package io.loanflow.serving.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder of segments that belongs to this process as long as it holds its lock. Several processes share a directory, each with a folder
 * of its own; one that begins takes over what an ended one has left.
 */
public final class JournalFolder implements AutoCloseable {

    private static final String SEGMENT = ".journal";
    /** Of one that is in the database already, and is kept for the answers in it. */
    private static final String SHIPPED = ".shipped";

    private static final String LOCK = "lock";
    private static final String PREFIX = "replica-";

    private final Path path;
    private final FileChannel lock;
    private long lastSegment;

    private JournalFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** One that nobody has, else a new one. */
    public static JournalFolder claim(Path directory) throws IOException {
        createDirectories(directory);
        for (Path folder : folders(directory)) {
            Optional<JournalFolder> free = tryLock(folder);
            if (free.isPresent()) {
                return free.get();
            }
        }
        Path folder = directory.resolve(PREFIX + UUID.randomUUID());
        createDirectories(folder);
        return tryLock(folder).orElseThrow(() -> new IOException("another process took " + folder));
    }

    /** Those of processes that have ended, each locked until it is closed. */
    public static List<JournalFolder> abandoned(Path directory) throws IOException {
        List<JournalFolder> abandoned = new ArrayList<>();
        for (Path folder : folders(directory)) {
            tryLock(folder).ifPresent(abandoned::add);
        }
        return abandoned;
    }

    private static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static List<Path> folders(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<JournalFolder> tryLock(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            // Its last owner deletes it.
            return Optional.empty();
        }
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null;
        } catch (OverlappingFileLockException e) {
            // This process has it.
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        return taken ? Optional.of(new JournalFolder(folder, channel)) : Optional.empty();
    }

    public Path path() {
        return path;
    }

    /** Files whose entries have not been shipped, the oldest first. */
    public List<Path> segments() throws IOException {
        return files(SEGMENT);
    }

    /** Those that have been, and are kept. */
    public List<Path> shippedFiles() throws IOException {
        return files(SHIPPED);
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    /** Keeps a file that has been shipped, for the answers in it. */
    public void keepShipped(Path segment) throws IOException {
        Files.move(segment, path.resolve(shipped(segment.getFileName().toString())), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the folder where nothing is left in it to be shipped or asked for. */
    public void deleteIfEmpty() throws IOException {
        if (segments().isEmpty() && shippedFiles().isEmpty()) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            try {
                Files.delete(path);
            } catch (DirectoryNotEmptyException e) {
                // A process that begins took it this moment.
            }
        }
    }

    /** What a file is called once it has been shipped. */
    public static String shipped(String segment) {
        return segment.replace(SEGMENT, SHIPPED);
    }

    /** What a file was called before. */
    public static String waiting(String segment) {
        return segment.replace(SHIPPED, SEGMENT);
    }

    /**
     * Visits every whole entry and cuts off what was never told to be written.
     *
     * @return damaged entries between whole ones
     */
    public int recover(Segment.Visitor visitor) throws IOException {
        int damaged = 0;
        for (Path segment : segments()) {
            Segment.Contents contents = Segment.read(segment, visitor);
            Segment.cut(segment, contents.end());
            damaged += contents.damaged();
        }
        return damaged;
    }

    /** A name that no file had before, after all others in the alphabet. */
    Path nextSegment() {
        lastSegment = Math.max(lastSegment + 1, System.currentTimeMillis());
        return path.resolve("%013d-%s%s".formatted(lastSegment, UUID.randomUUID(), SEGMENT));
    }

    /** When the first entry of a file can have been written at the earliest, in milliseconds since 1970. */
    public static long began(String segment) {
        return Long.parseLong(segment.substring(0, segment.indexOf('-')));
    }

    /** What is wrong with the disk, without a stack of classes. */
    String problem(Exception e) {
        String reason = e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(e.getMessage());
        return "the journal of decisions in " + path + " cannot be written: " + reason;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("cannot free the lock of " + path, e);
        }
    }
}
