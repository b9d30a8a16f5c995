package io.loanflow.trees.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.trees.boosting.BoostedTrees;
import io.loanflow.trees.boosting.BoostingParameters;
import io.loanflow.trees.boosting.GradientBoosting;
import io.loanflow.trees.grow.TrainingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/explain.md}, word for word. */
class DocumentedExampleTest {

    private static final Path DOCUMENT = Path.of("../../docs/explain.md");

    private static final Path SOURCE = Path.of("src/test/java/io/loanflow/trees/explain/DocumentedExampleTest.java");

    @Test
    void aRowIsExplainedByColumn() {
        List<String> names = List.of("home=own", "home=rent", "income");
        double[][] rows = new double[3][1000];
        int[] labels = new int[1000];
        for (int i = 0; i < 1000; i++) {
            rows[2][i] = i * 37 % 1000;
            rows[i % 2][i] = 1;
            labels[i] = rows[2][i] > 300 + 400 * rows[1][i] ? 1 : 0;
        }
        var table = TrainingTable.of(names, rows, List.of("no", "yes"), labels);
        var boosted = GradientBoosting.grow(table, "yes", BoostingParameters.defaults(1), 2, step -> true);
        double[] row = {0, 1, 400};

        double[] contributions = explain(boosted, names, rows, row);

        assertThat(contributions).hasSize(2);
        double base = boosted.logOdds(row) - Arrays.stream(contributions).sum();
        assertThat(base).isCloseTo(meanLogOdds(boosted, rows), within(1e-9));
    }

    private static double[] explain(BoostedTrees boosted, List<String> names, double[][] reference, double[] row) {
        Groups columns = Groups.of(names, Map.of("home=own", "home", "home=rent", "home"));
        TreeSum model = TreeSum.of(boosted);
        Explainer explainer = new InterventionalExplainer(model, columns, reference, 1000);
        double[] contributions = explainer.explain(row);
        System.out.printf("%.3f", explainer.base());
        for (int i = 0; i < contributions.length; i++) {
            String group = explainer.groups().get(i);
            System.out.printf(" %+.3f by %s", contributions[i], group);
        }
        return contributions;
    }

    private static double meanLogOdds(BoostedTrees boosted, double[][] rows) {
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            sum += boosted.logOdds(new double[] {rows[0][i], rows[1][i], rows[2][i]});
        }
        return sum / 1000;
    }

    @Test
    void theDocumentShowsThisCode() throws IOException {
        String source = Files.readString(SOURCE).replaceAll("(?m)^ +", "");
        String[] parts = Files.readString(DOCUMENT).split("```");
        assertThat(parts).filteredOn(part -> part.startsWith("java\n")).hasSize(1);
        for (String part : parts) {
            if (part.startsWith("java\n")) {
                assertThat(source).contains(part.substring(5).replaceAll("(?m)^ +", ""));
            }
        }
    }
}
