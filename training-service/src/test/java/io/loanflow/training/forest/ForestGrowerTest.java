package io.loanflow.training.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.featurebatches.Part;
import io.loanflow.forest.FlatForest;
import io.loanflow.forest.grow.TreeRange;
import io.loanflow.model.TargetLabels;
import io.loanflow.training.fixture.EncodedTable;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.rows.PartRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.classification.Label;

class ForestGrowerTest {

    private static final PartRows ROWS = EncodedTable.of(LoanTable.generated(1500, 1), PreprocessingSettings.DEFAULTS)
            .part(Part.TRAIN);
    private static final TargetLabels LABELS = new TargetLabels("0", "1");
    private static final ForestParameters PARAMETERS = ForestParameters.GENERAL.with(TrainingSettings.of(6, 9));

    @Test
    void tribuoReadsTheForestAndScoresTheSame() throws IOException {
        GrownForest grown = grow(2, PARAMETERS);
        Model<Label> tribuo = Model.deserializeFromStream(new ByteArrayInputStream(grown.protobuf()))
                .castModel(Label.class);
        assertThat(FlatForest.of(tribuo, ROWS.features(), "1").digest())
                .isEqualTo(grown.flat().digest());
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheForest() {
        String digest = grow(1, PARAMETERS).flat().digest();
        assertThat(grow(5, PARAMETERS).flat().digest()).isEqualTo(digest);
        ForestParameters otherSeed = ForestParameters.GENERAL.with(TrainingSettings.of(6, 10));
        assertThat(grow(5, otherSeed).flat().digest()).isNotEqualTo(digest);
    }

    @Test
    void partsThatWereWrittenAndReadMakeTheSameForest() {
        List<GrownPart> parts = new ArrayList<>();
        for (TreeRange range : List.of(new TreeRange(3, 6), new TreeRange(0, 1), new TreeRange(1, 3))) {
            byte[] file = new ForestGrower(1)
                    .growPart(ROWS, LABELS, PARAMETERS, "a test", range, trees -> {})
                    .protobuf();
            parts.add(GrownPart.read(file));
        }
        GrownForest joined = GrownForest.join(parts, ROWS.features(), LABELS);
        assertThat(joined.flat().digest()).isEqualTo(grow(2, PARAMETERS).flat().digest());
        assertThat(joined.provenance()).contains("HistogramForestTrainer", "a test");
    }

    @Test
    void aForestOfOneTreeIsAForest() {
        GrownForest one = grow(2, ForestParameters.GENERAL.with(TrainingSettings.of(1, 9)));
        assertThat(one.flat().size()).isEqualTo(1);
        assertThat(one.protobuf()).isNotEmpty();
        assertThat(one.provenance()).contains("HistogramForestTrainer", "a test");
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
    }

    @Test
    void settingsOutOfRangeAreRefusedWithTheRange() {
        assertThatThrownBy(() -> ForestParameters.GENERAL.with(TrainingSettings.of(0, 1)))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessage("training.trees must be from 1 to 1000, is 0. Leave it out for the data set's own.");
        assertThatThrownBy(() -> ForestParameters.GENERAL.with(TrainingSettings.of(1001, 1)))
                .isInstanceOf(SettingsInvalidException.class);
    }

    private static GrownForest grow(int threads, ForestParameters parameters) {
        return new ForestGrower(threads).grow(ROWS, LABELS, parameters, "a test", trees -> {});
    }
}
