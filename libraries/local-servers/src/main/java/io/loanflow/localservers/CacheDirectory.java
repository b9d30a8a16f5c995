package io.loanflow.localservers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Programs that are unpacked or installed once for every stack and test of a user: {@code LOANFLOW_CACHE_DIR}, else ~/.cache/loanflow. */
public final class CacheDirectory {

    private static final String COMPLETE = ".complete";
    private static final Object IN_THIS_JVM = new Object();

    private CacheDirectory() {}

    public static Path path() {
        String configured = System.getenv("LOANFLOW_CACHE_DIR");
        return configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "loanflow")
                : Path.of(configured).toAbsolutePath();
    }

    /** Fills a directory. What it writes counts only if it returns. */
    @FunctionalInterface
    interface Installer {
        void install(Path directory) throws IOException;
    }

    static boolean isInstalled(String name) {
        return Files.exists(path().resolve(name).resolve(COMPLETE));
    }

    /**
     * The directory of that name, filled by one caller at a time, in this JVM and on this machine; one that was left half
     * filled is made anew.
     */
    static Path install(String name, Installer installer) {
        Path directory = path().resolve(name);
        if (isInstalled(name)) {
            return directory;
        }
        synchronized (IN_THIS_JVM) {
            try {
                Files.createDirectories(path());
                try (FileChannel channel = FileChannel.open(
                                path().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (lock.isValid() && !isInstalled(name)) {
                        fill(directory, installer);
                    }
                }
                return directory;
            } catch (IOException e) {
                throw new LocalServerException(
                        "Cannot install into " + directory + " (" + FileProblem.of(e)
                                + "); LOANFLOW_CACHE_DIR may name another place",
                        e);
            }
        }
    }

    private static void fill(Path directory, Installer installer) throws IOException {
        DirectoryTree.delete(directory);
        Files.createDirectories(directory);
        installer.install(directory);
        Files.createFile(directory.resolve(COMPLETE));
    }
}
