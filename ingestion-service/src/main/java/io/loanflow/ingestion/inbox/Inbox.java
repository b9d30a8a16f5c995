package io.loanflow.ingestion.inbox;

import io.loanflow.contracts.feature.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory {@code inbox} of a data set's files, with {@code done} and {@code refused} beside it. A file is complete once its size and
 * time are the same at two looks. For one thread.
 */
final class Inbox {

    /** What programs call a file that they are still writing. */
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".crdownload", ".filepart", "~");

    /** Of a name that was dropped; what comes before and behind it fits into what file systems take. */
    private static final int LONGEST_NAME = 200;

    private final String dataset;
    private final Path home;
    private Map<Path, Seen> lastLook = Map.of();

    /** @param files directory of all files */
    Inbox(Path files, String dataset) {
        this.dataset = dataset;
        home = files.resolve(dataset);
    }

    /** Where files are dropped. */
    Path directory() {
        return home.resolve("inbox");
    }

    /** Files that have not changed since the look before, in the order of their names. Makes the directory where there is none. */
    List<Path> complete() throws IOException {
        Files.createDirectories(directory());
        Map<Path, Seen> look = new HashMap<>();
        try (Stream<Path> all = Files.list(directory())) {
            all.filter(Inbox::isWanted).forEach(file -> seen(file).ifPresent(seen -> look.put(file, seen)));
        }
        Map<Path, Seen> before = lastLook;
        lastLook = look;
        return look.keySet().stream()
                .filter(file -> Objects.equals(look.get(file), before.get(file)))
                .sorted()
                .toList();
    }

    /** Directories are somebody's own. */
    private static boolean isWanted(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".")
                && UNFINISHED.stream().noneMatch(name::endsWith)
                && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Empty where it is gone. */
    private static Optional<Seen> seen(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(
                    new Seen(attributes.size(), attributes.lastModifiedTime().toMillis()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether it is still as the last look saw it: who paused while writing it may have gone on. */
    boolean isAsSeen(Path file) {
        return seen(file).equals(Optional.ofNullable(lastLook.get(file)));
    }

    /** A link could lead out of the files directory, and a pipe never ends. */
    static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** A file's name in one line, as it is kept and told. */
    static String nameOf(Path file) {
        String name = file.getFileName().toString().replaceAll("\\p{Cntrl}", "_");
        int from = 0;
        while (name.substring(from).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            from = name.offsetByCodePoints(from, 1);
        }
        return name.substring(from);
    }

    /** Path under the files directory at which a file will lie once it is loaded. */
    String doneWith(Path file, String sha256) {
        return dataset + "/done/" + name(file, sha256);
    }

    void done(Path file, String sha256) throws IOException {
        move(file, home.resolve("done"), name(file, sha256));
    }

    /**
     * Moves away what cannot be read, under the time of its last change.
     *
     * @param reason written beside it
     */
    void refusedUnread(Path file, String reason) throws IOException {
        long modified =
                Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis();
        refused(file, modified + "-" + nameOf(file), reason);
    }

    /** @param reason written beside it */
    void refused(Path file, String reason) throws IOException {
        refused(file, name(file, Sha256.hex(file)), reason);
    }

    private void refused(Path file, String name, String reason) throws IOException {
        Path refused = Files.createDirectories(home.resolve("refused"));
        Files.writeString(refused.resolve(name + ".reason.txt"), reason + "\n", StandardCharsets.UTF_8);
        move(file, refused, name);
    }

    private static void move(Path file, Path directory, String name) throws IOException {
        Files.createDirectories(directory);
        Files.move(file, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Files of the same name come again with other content. */
    private static String name(Path file, String sha256) {
        return sha256.substring(0, 12) + "-" + nameOf(file);
    }

    private record Seen(long size, long modifiedMillis) {}
}
