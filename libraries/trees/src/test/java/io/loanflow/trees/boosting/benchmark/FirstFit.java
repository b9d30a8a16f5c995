package io.loanflow.trees.boosting.benchmark;

import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.forest.benchmark.Clock;
import io.loanflow.trees.forest.benchmark.RowsFile;
import java.io.IOException;
import java.nio.file.Path;

/** Reads rows and prints how many seconds the process's first fit takes. */
final class FirstFit {

    private FirstFit() {}

    public static void main(String[] arguments) throws IOException {
        CsvRows rows = RowsFile.read(Path.of(arguments[0]));
        System.out.println(Clock.seconds(() -> Setting.of(arguments[1]).grow(rows, 2)));
    }
}
