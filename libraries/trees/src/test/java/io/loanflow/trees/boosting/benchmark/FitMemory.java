package io.loanflow.trees.boosting.benchmark;

import io.loanflow.trees.forest.benchmark.PeakMemory;
import io.loanflow.trees.forest.benchmark.RowsFile;
import java.io.IOException;
import java.nio.file.Path;

/** Reads rows, fits once and prints the most memory the process ever held, in MB. */
final class FitMemory {

    private FitMemory() {}

    public static void main(String[] arguments) throws IOException {
        Setting.of(arguments[1]).grow(RowsFile.read(Path.of(arguments[0])), 2);
        System.out.println(PeakMemory.megabytes());
    }
}
