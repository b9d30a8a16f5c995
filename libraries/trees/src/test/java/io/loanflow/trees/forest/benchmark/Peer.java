package io.loanflow.trees.forest.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** scikit-learn in a process of its own, asked line by line ({@code benchmarks/forest/peer.py}). */
public final class Peer implements AutoCloseable {

    private final Process process;

    private final Writer questions;

    private final BufferedReader answers;

    private Peer(Process process) {
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** How to start it. */
    public record Command(Path python, Path script) {

        public Peer start() {
            try {
                return new Peer(new ProcessBuilder(python.toString(), script.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @return what the peer measured */
    public double ask(String question) {
        try {
            questions.write(question + "\n");
            questions.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the peer ended at: " + question);
            }
            return Double.parseDouble(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            questions.close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
