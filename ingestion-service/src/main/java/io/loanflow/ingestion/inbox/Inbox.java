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
import java.util.stream.Stream;

/**
 * The directory {@code inbox} of a data set's files, with {@code done} and {@code refused} beside it. A file is complete once its size and
 * time are the same at two looks. For one thread.
 */
final class Inbox {

    /** What programs call a file that they are still writing. */
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".crdownload", ".filepart", "~");

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
            for (Path file : all.filter(Inbox::isWanted).toList()) {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                look.put(
                        file,
                        new Seen(
                                attributes.size(), attributes.lastModifiedTime().toMillis()));
            }
        }
        Map<Path, Seen> before = lastLook;
        lastLook = look;
        return look.keySet().stream()
                .filter(file -> Objects.equals(look.get(file), before.get(file)))
                .sorted()
                .toList();
    }

    /** A link could lead out of the files directory. */
    private static boolean isWanted(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".")
                && UNFINISHED.stream().noneMatch(name::endsWith)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Path under the files directory at which a file will lie once it is loaded. */
    String doneWith(Path file, String sha256) {
        return dataset + "/done/" + name(file, sha256);
    }

    void done(Path file, String sha256) throws IOException {
        move(file, home.resolve("done"), name(file, sha256));
    }

    /** @param reason written beside it */
    void refused(Path file, String reason) throws IOException {
        Path refused = Files.createDirectories(home.resolve("refused"));
        String name = name(file, Sha256.hex(file));
        Files.writeString(refused.resolve(name + ".reason.txt"), reason + "\n", StandardCharsets.UTF_8);
        move(file, refused, name);
    }

    private static void move(Path file, Path directory, String name) throws IOException {
        Files.createDirectories(directory);
        Files.move(file, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Files of the same name come again with other content. */
    private static String name(Path file, String sha256) {
        return sha256.substring(0, 12) + "-" + file.getFileName();
    }

    private record Seen(long size, long modifiedMillis) {}
}
