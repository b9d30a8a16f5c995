package io.loanflow.trees.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.trees.boosting.BoostedTrees;
import io.loanflow.trees.boosting.BoostingParameters;
import io.loanflow.trees.boosting.GradientBoosting;
import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.fixture.ForestSettings;
import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.grow.GrowthMonitor;
import io.loanflow.trees.score.ForestScorer;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Contributions and base are the score that the model's own scorer gives, on every loan. */
class AdditivityTest {

    private static final double ROUNDING = 1e-9;

    @Test
    void contributionsAndBaseAreTheLogarithmOfTheOddsOfBoostedTrees() throws IOException {
        CsvRows loans = CsvRows.loans();
        BoostedTrees model =
                GradientBoosting.grow(loans.part(false).table(), "1", BoostingParameters.defaults(1), 2, step -> true);
        int[] order =
                model.featureNames().stream().mapToInt(loans.names()::indexOf).toArray();

        double[] scores = IntStream.range(0, loans.size())
                .mapToDouble(row -> model.logOdds(IntStream.of(order)
                        .mapToDouble(place -> loans.columns()[place][row])
                        .toArray()))
                .toArray();
        assertSumsAre(scores, TreeSum.of(model), loans, 1000);
    }

    @Test
    void contributionsAndBaseAreTheProbabilityOfAForest() throws IOException {
        CsvRows loans = CsvRows.loans();
        ForestSettings settings = new ForestSettings();
        settings.maxDepth = 12;
        Forest forest = settings.trainer()
                .train(
                        loans.part(false).table(),
                        new SimpleDataSourceProvenance("loans", new LabelFactory()),
                        GrowthMonitor.SILENT)
                .forest();
        double[] scores = new ForestScorer(forest, loans.names(), "1").scoreColumns(loans.columns(), loans.size());
        assertSumsAre(scores, TreeSum.of(forest, "1"), loans, 10);
    }

    private static void assertSumsAre(double[] scores, TreeSum model, CsvRows loans, int references) {
        Groups groups = LoanGroups.of(loans.names());
        assertEqual(sums(new PathDependentExplainer(model, groups), loans), scores);
        assertEqual(sums(new InterventionalExplainer(model, groups, loans.columns(), references), loans), scores);
    }

    private static void assertEqual(double[] sums, double[] scores) {
        double worst = IntStream.range(0, scores.length)
                .mapToDouble(row -> Math.abs(sums[row] - scores[row]))
                .max()
                .orElseThrow();
        assertThat(worst).isLessThan(ROUNDING);
    }

    private static double[] sums(Explainer explainer, CsvRows rows) {
        double[][] contributions = explainer.explainColumns(rows.columns(), rows.size(), 2);
        return IntStream.range(0, rows.size())
                .mapToDouble(row -> {
                    double sum = explainer.base();
                    for (double[] contribution : contributions) {
                        sum += contribution[row];
                    }
                    return sum;
                })
                .toArray();
    }
}
