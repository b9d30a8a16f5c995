package io.loanflow.trees.forest.benchmark;

import io.loanflow.trees.score.ForestScorer;
import io.loanflow.trees.tribuo.ForestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a saved forest and prints the seconds it took, from the first class that is loaded for it. */
final class ColdLoad {

    private ColdLoad() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        List<String> names = List.of(arguments[1].split("\\|"));
        System.out.println(Clock.seconds(() -> load(file, names)));
    }

    static ForestScorer load(Path file, List<String> names) throws IOException {
        return new ForestScorer(ForestFile.read(Files.readAllBytes(file)), names, "1");
    }
}
