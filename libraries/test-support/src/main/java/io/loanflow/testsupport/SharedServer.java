package io.loanflow.testsupport;

import io.loanflow.localservers.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One server of a kind for all tests of a JVM, in a temporary directory, stopped when the JVM ends. */
final class SharedServer<S extends AutoCloseable> {

    private final String name;
    private final Function<Path, S> starter;
    private @Nullable S server;

    SharedServer(String name, Function<Path, S> starter) {
        this.name = name;
        this.starter = starter;
    }

    synchronized S get() {
        S running = server;
        if (running == null) {
            running = start();
            server = running;
        }
        return running;
    }

    private S start() {
        try {
            Path directory = Files.createTempDirectory("loanflow-" + name + "-");
            S started = starter.apply(directory);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, directory), "stop-" + name));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary directory for " + name, e);
        }
    }

    private static void stop(AutoCloseable server, Path directory) {
        try {
            server.close();
            DirectoryTree.delete(directory);
        } catch (Exception e) {
            // The JVM is ending: nobody is left to catch it.
            System.err.println("Cannot clean up " + directory + ": " + e);
        }
    }
}
