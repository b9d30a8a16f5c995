package io.loanflow.localstack.stack;

import io.loanflow.localservers.DirectoryTree;
import io.loanflow.localservers.FileProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * An executable jar of Spring Boot. Applications run from an unpacked copy: they start in two thirds of the time, and a build
 * that replaces the jar does not pull it from under them.
 */
record ApplicationJar(Path jar) {

    /**
     * Unpacks the jar where that was not done since it was built.
     *
     * @return the jar to run instead
     */
    Path unpack(Path directory) {
        Path unpacked = directory.resolve(jar.getFileName());
        try {
            FileTime built = Files.getLastModifiedTime(jar);
            if (!Files.exists(unpacked) || !Files.getLastModifiedTime(unpacked).equals(built)) {
                DirectoryTree.delete(directory);
                extract(directory);
                // Set last: a copy that was left half done has another time.
                Files.setLastModifiedTime(unpacked, built);
            }
            return unpacked;
        } catch (IOException e) {
            throw new StackException("Cannot unpack " + jar + " into " + directory + ": " + FileProblem.of(e), e);
        }
    }

    private void extract(Path directory) throws IOException {
        Files.createDirectories(directory.getParent());
        File log = directory.resolveSibling(directory.getFileName() + ".log").toFile();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        directory.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("see " + log);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
