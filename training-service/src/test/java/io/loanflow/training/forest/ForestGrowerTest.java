package io.loanflow.training.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.loanflow.contracts.pipeline.PreprocessingSettings;
import io.loanflow.contracts.pipeline.TrainingSettings;
import io.loanflow.featurebatches.Part;
import io.loanflow.forest.FlatForest;
import io.loanflow.training.fixture.EncodedTable;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.rows.PartRows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;

class ForestGrowerTest {

    private static final PartRows ROWS = EncodedTable.of(LoanTable.generated(1500, 1), PreprocessingSettings.DEFAULTS)
            .part(Part.TRAIN);
    private static final TargetLabels LABELS = new TargetLabels("0", "1");
    private static final ForestParameters PARAMETERS = ForestParameters.of(new TrainingSettings(6, 9));

    @Test
    void growsTribuosOwnForest() {
        Model<Label> tribuo = new RandomForestTrainer<>(
                        ForestGrower.treeTrainer(PARAMETERS),
                        new FullyWeightedVotingCombiner(),
                        PARAMETERS.trees(),
                        PARAMETERS.seed())
                .train(TrainingTable.of(ROWS, LABELS, "test"));
        assertThat(grow(2, PARAMETERS).flat().digest())
                .isEqualTo(FlatForest.of(tribuo, ROWS.features(), "1").digest());
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheForest() {
        String digest = grow(1, PARAMETERS).flat().digest();
        assertThat(grow(5, PARAMETERS).flat().digest()).isEqualTo(digest);
        ForestParameters otherSeed = ForestParameters.of(new TrainingSettings(6, 10));
        assertThat(grow(5, otherSeed).flat().digest()).isNotEqualTo(digest);
    }

    @Test
    void aForestOfOneTreeIsAForest() {
        GrownForest one = grow(2, ForestParameters.of(new TrainingSettings(1, 9)));
        assertThat(one.flat().size()).isEqualTo(1);
        assertThat(one.protobuf()).isNotEmpty();
        assertThat(one.provenance()).contains("RandomForestTrainer", "a test");
    }

    @Test
    void progressRunsToTheLastTreeAndMayEndTheGrowth() {
        List<Integer> counts = new ArrayList<>();
        new ForestGrower(2).grow(ROWS, LABELS, PARAMETERS, "a test", counts::add);
        assertThat(counts).isSorted().last().isEqualTo(6);

        assertThatThrownBy(() -> new ForestGrower(2).grow(ROWS, LABELS, PARAMETERS, "a test", trees -> {
                    throw new IllegalStateException("cancelled");
                }))
                .hasMessage("cancelled");
        // A thread that has done its last task takes a moment to be gone.
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("tree")));
    }

    @Test
    void settingsOutOfRangeAreRefusedWithTheRange() {
        assertThatThrownBy(() -> ForestParameters.of(new TrainingSettings(0, 1)))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessage("training.trees must be from 1 to 1000, is 0. Leave training out for the default of 20.");
        assertThatThrownBy(() -> ForestParameters.of(new TrainingSettings(1001, 1)))
                .isInstanceOf(SettingsInvalidException.class);
    }

    private static GrownForest grow(int threads, ForestParameters parameters) {
        return new ForestGrower(threads).grow(ROWS, LABELS, parameters, "a test", trees -> {});
    }
}
