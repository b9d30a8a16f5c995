package io.loanflow.localstack.stack;

import io.loanflow.localservers.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * An application's classes as its JVM had them in memory (class-data sharing): read from there, a start takes half the processor
 * time. A JVM that finds none writes one when it ends.
 *
 * @param directory of the archives
 * @param jar whose classes it has
 */
record ClassArchive(Path directory, Path jar) {

    /** What a JVM is to be started with. */
    List<String> jvmFlags() {
        try {
            Path archive = directory.resolve(name());
            if (isWhole(archive)) {
                return List.of("-XX:SharedArchiveFile=" + archive);
            }
            deleteOutdated();
            Files.createDirectories(directory);
            // Without a line in the log for each class that cannot be in it.
            return List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=error,cds+dynamic=error");
        } catch (IOException e) {
            throw new StackException(
                    "Cannot look for an archive of classes in " + directory + ": " + FileProblem.of(e), e);
        }
    }

    /** A JVM writes the beginning last, so that where it was killed before there are zeros. */
    private static boolean isWhole(Path archive) throws IOException {
        if (!Files.exists(archive)) {
            return false;
        }
        try (InputStream file = Files.newInputStream(archive)) {
            return file.read() > 0;
        }
    }

    /** Another jar or another JVM has another. */
    private String name() throws IOException {
        String identity = String.join(
                "\n",
                jar.toAbsolutePath().toString(),
                Files.getLastModifiedTime(jar).toString(),
                Long.toString(Files.size(jar)),
                System.getProperty("java.home"),
                System.getProperty("java.vm.version"));
        return prefix() + UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)) + ".jsa";
    }

    private void deleteOutdated() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(directory, prefix() + "*.jsa")) {
            for (Path archive : archives) {
                Files.delete(archive);
            }
        }
    }

    private String prefix() {
        return jar.getFileName().toString().replaceFirst("\\.jar$", "-");
    }
}
