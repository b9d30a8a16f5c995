package io.loanflow.serving.decision;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The definitions that decisions of a journal were made with, beside it, so that it can be shipped whatever is in service then. */
final class DefinitionFiles {

    private static final String SUFFIX = ".yaml";

    private final Path folder;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    DefinitionFiles(Path folder) {
        this.folder = folder;
    }

    /** Returns once it is on the disk. */
    void keep(String digest, String text) throws IOException {
        if (kept.contains(digest)) {
            return;
        }
        Path file = folder.resolve(digest + SUFFIX);
        if (!Files.exists(file)) {
            write(folder, file, text);
        }
        kept.add(digest);
    }

    private static synchronized void write(Path folder, Path file, String text) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.writeString(partial, text);
        force(partial, StandardOpenOption.WRITE);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    /** @throws java.nio.file.NoSuchFileException if it is not there */
    String read(String digest) throws IOException {
        return Files.readString(folder.resolve(digest + SUFFIX), StandardCharsets.UTF_8);
    }
}
