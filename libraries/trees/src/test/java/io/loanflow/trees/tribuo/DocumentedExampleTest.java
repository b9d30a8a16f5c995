package io.loanflow.trees.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.forest.OutOfBag;
import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.score.ForestScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** The examples of {@code docs/forest.md}, word for word. */
class DocumentedExampleTest {

    private static final Path DOCUMENT = Path.of("../../docs/forest.md");

    private static final Path SOURCE = Path.of("src/test/java/io/loanflow/trees/tribuo/DocumentedExampleTest.java");

    @TempDir
    private Path directory;

    @Test
    void aTribuoDatasetIsTrainedOnSavedAndScored() throws IOException {
        Path file = directory.resolve("forest.tribuo");

        var source = new SimpleDataSourceProvenance("loans by hand", new LabelFactory());
        var loans = new MutableDataset<Label>(source, new LabelFactory());
        String[] names = {"income", "rate"};
        for (int i = 0; i < 1000; i++) {
            double[] values = {20_000 + 100 * i, 5 + i % 11};
            loans.add(new ArrayExample<>(new Label(i % 11 > 6 ? "rejected" : "approved"), names, values));
        }
        var trainer = new HistogramForestTrainer(42);
        ForestModel model = trainer.train(loans);
        LabelEvaluation evaluation = new LabelEvaluator().evaluate(model, loans);
        Files.write(file, model.bytes());
        Forest forest = ForestFile.read(Files.readAllBytes(file));
        ForestScorer scorer = new ForestScorer(forest, List.of(names), "approved");
        double probability = scorer.score(new double[] {50_000, 7.5});

        assertThat(evaluation.accuracy()).isGreaterThan(0.99);
        assertThat(probability).isGreaterThan(0.9);
    }

    @Test
    void columnsAreTrainedOnAndJudgedOutOfBag() {
        double[][] columns = {new double[1000], new double[1000]};
        int[] decisions = new int[1000];
        for (int i = 0; i < 1000; i++) {
            columns[0][i] = 20_000 + 100 * i;
            columns[1][i] = 5 + i % 11;
            decisions[i] = i % 11 > 6 ? 1 : 0;
        }

        var table = TrainingTable.of(List.of("income", "rate"), columns, List.of("approved", "rejected"), decisions);
        var source = new SimpleDataSourceProvenance("loans by hand", new LabelFactory());
        var trainer = new HistogramForestTrainer(42);
        var model = trainer.train(table, source, (done, total) -> System.out.println(done + " of " + total));
        OutOfBag outOfBag = OutOfBag.of(model.forest(), table, trainer.parameters());

        assertThat(outOfBag.score()).isGreaterThan(0.99);
    }

    @Test
    void theDocumentShowsThisCode() throws IOException {
        String source = Files.readString(SOURCE).replaceAll("(?m)^ +", "");
        String[] parts = Files.readString(DOCUMENT).split("```");
        for (int i = 1; i < parts.length; i += 2) {
            if (parts[i].startsWith("java\n")) {
                assertThat(source).contains(parts[i].substring(5).replaceAll("(?m)^ +", ""));
            }
        }
        assertThat(parts).filteredOn(part -> part.startsWith("java\n")).hasSize(2);
    }
}
