package io.loanflow.trees.forest.benchmark;

import io.loanflow.trees.tribuo.ForestModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads rows, fits once and prints the most memory the process ever held, in MB, as Linux counts it. */
public final class PeakMemory {

    private PeakMemory() {}

    public static void main(String[] arguments) throws IOException {
        ForestModel forest = Fit.forest(RowsFile.read(Path.of(arguments[0])), 1, Integer.parseInt(arguments[1]));
        if (forest.forest().size() == 0) {
            throw new IllegalStateException("the forest is empty");
        }
        System.out.println(megabytes());
    }

    /** The most that this process ever held. */
    public static long megabytes() throws IOException {
        long kilobytes = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findAny()
                .orElseThrow();
        return kilobytes / 1024;
    }
}
