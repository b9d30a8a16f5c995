package io.loanflow.trees.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.trees.tree.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what {@code shap_values.py} stored of shap's TreeExplainer. */
class ShapTest {

    private static final Path DIRECTORY = Path.of("src/test/resources/io/loanflow/trees/explain");

    private static final int REFERENCE = 50;

    private static final double NEAR = 1e-6;

    private static final List<String> NAMES = List.of("0", "1", "2", "3", "4", "5");

    private final double[][] rows;

    ShapTest() throws IOException {
        rows = numbers(Files.readAllLines(DIRECTORY.resolve("rows.csv")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forest", "boosted"})
    void interventionalValuesAreThoseOfShap(String model) throws IOException {
        double[][] expected = numbers(Files.readAllLines(DIRECTORY.resolve(model + "-values.csv")));
        Explainer explainer =
                new InterventionalExplainer(read(model), Groups.each(NAMES), Batches.columns(rows), REFERENCE);

        assertThat(explainer.base()).isCloseTo(expected[0][1], within(NEAR));
        for (int row = 0; row < rows.length; row++) {
            double[] values = Arrays.copyOfRange(expected[row + 1], NAMES.size(), 2 * NAMES.size());
            assertThat(explainer.explain(rows[row])).containsExactly(values, within(NEAR));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forest", "boosted"})
    void pathDependentValuesAreThoseOfShap(String model) throws IOException {
        double[][] expected = numbers(Files.readAllLines(DIRECTORY.resolve(model + "-values.csv")));
        PathDependentExplainer explainer = new PathDependentExplainer(read(model), Groups.each(NAMES));

        assertThat(explainer.base()).isCloseTo(expected[0][0], within(NEAR));
        for (int row = 0; row < rows.length; row++) {
            double[] values = Arrays.copyOf(expected[row + 1], NAMES.size());
            assertThat(explainer.explain(rows[row])).containsExactly(values, within(NEAR));
        }
    }

    private static double[][] numbers(List<String> lines) {
        return lines.stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static TreeSum read(String model) throws IOException {
        List<String> lines = Files.readAllLines(DIRECTORY.resolve(model + ".csv"));
        List<TreeSum.Term> terms = new ArrayList<>();
        for (int line = 0; line < lines.size(); ) {
            int nodes = Integer.parseInt(lines.get(line).substring("tree ".length()));
            terms.add(term(numbers(lines.subList(line + 1, line + 1 + nodes))));
            line += 1 + nodes;
        }
        return new TreeSum(NAMES, 0, terms);
    }

    private static TreeSum.Term term(double[][] nodes) {
        Tree.Builder builder = new Tree.Builder(1, 1);
        add(builder, 0, nodes, 0);
        Tree tree = builder.build();
        return new TreeSum.Term(
                tree,
                IntStream.range(0, tree.kinds())
                        .mapToDouble(kind -> tree.valueOfKind(kind, 0))
                        .toArray());
    }

    private static void add(Tree.Builder builder, int node, double[][] nodes, int number) {
        double[] fields = nodes[number];
        builder.cover(node, (int) fields[5]);
        if (fields[0] < 0) {
            builder.value(node, 0, fields[4]);
        } else {
            int left = builder.split(node, (int) fields[2], fields[3]);
            add(builder, left, nodes, (int) fields[0]);
            add(builder, left + 1, nodes, (int) fields[1]);
        }
    }
}
