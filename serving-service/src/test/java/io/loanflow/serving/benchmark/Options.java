package io.loanflow.serving.benchmark;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the benchmark is asked for.
 *
 * @param application executable jar
 * @param data the published loan file; null for made-up rows
 * @param peerPython an interpreter with FastAPI and scikit-learn; null to leave the peer out
 * @param peerProgram what it serves
 */
record Options(
        Path application,
        @Nullable Path data,
        @Nullable Path peerPython,
        @Nullable Path peerProgram,
        int trees,
        int rounds,
        int seconds,
        int connections) {

    static Options of(String[] arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        Path application = Path.of(left.pop());
        Options options = new Options(application, null, null, null, 100, 5, 5, 8);
        while (!left.isEmpty()) {
            options = options.with(left.pop(), left);
        }
        return options;
    }

    private Options with(String option, Deque<String> left) {
        return switch (option) {
            case "--data" ->
                new Options(
                        application, Path.of(left.pop()), peerPython, peerProgram, trees, rounds, seconds, connections);
            case "--peer" ->
                new Options(
                        application,
                        data,
                        Path.of(left.pop()),
                        Path.of(left.pop()),
                        trees,
                        rounds,
                        seconds,
                        connections);
            case "--trees" ->
                new Options(application, data, peerPython, peerProgram, number(left), rounds, seconds, connections);
            case "--rounds" ->
                new Options(application, data, peerPython, peerProgram, trees, number(left), seconds, connections);
            case "--seconds" ->
                new Options(application, data, peerPython, peerProgram, trees, rounds, number(left), connections);
            case "--connections" ->
                new Options(application, data, peerPython, peerProgram, trees, rounds, seconds, number(left));
            default ->
                throw new IllegalArgumentException(
                        option + " is unknown; allowed: --peer, --trees N, --rounds N, --seconds N, --connections N");
        };
    }

    private static int number(Deque<String> left) {
        return Integer.parseInt(left.pop());
    }
}
