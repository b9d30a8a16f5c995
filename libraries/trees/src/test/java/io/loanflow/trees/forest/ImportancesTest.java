package io.loanflow.trees.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.trees.grow.ClassWeight;
import io.loanflow.trees.grow.Criterion;
import io.loanflow.trees.grow.ForestGrower;
import io.loanflow.trees.grow.GrownTree;
import io.loanflow.trees.grow.GrowthMonitor;
import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.grow.TreeRange;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Rows whose label follows from the first of three features, a little from the second, and not from the third. */
class ImportancesTest {

    private static final List<String> NAMES = List.of("much", "little", "nothing");

    private static final int ROWS = 600;

    private static final double[][] COLUMNS = new double[3][];

    private static final int[] LABELS = new int[ROWS];

    static {
        SplittableRandom random = new SplittableRandom(3);
        Arrays.setAll(COLUMNS, column -> random.doubles(ROWS).toArray());
        Arrays.setAll(LABELS, row -> COLUMNS[0][row] + 0.3 * COLUMNS[1][row] > 0.65 ? 1 : 0);
    }

    private static final TrainingTable TABLE = TrainingTable.of(NAMES, COLUMNS, List.of("no", "yes"), LABELS);

    private static final ToDoubleFunction<double[]> ACCURACY = scores -> {
        double right = 0;
        for (int row = 0; row < ROWS; row++) {
            right += (scores[row] > 0.5 ? 1 : 0) == LABELS[row] ? 1 : 0;
        }
        return right / ROWS;
    };

    private final ForestSettings settings = new ForestSettings();

    @ParameterizedTest
    @EnumSource
    void impurityImportancesAreThoseOfTheGrowth(Criterion criterion) {
        settings.criterion = criterion;
        settings.classWeight = ClassWeight.BALANCED;
        List<FeatureImportance> importances = ImpurityImportances.of(train(), TABLE, settings.parameters());
        List<GrownTree> trees = ForestGrower.grow(
                TABLE, settings.parameters(), TreeRange.first(settings.trees), tree -> tree, GrowthMonitor.SILENT);
        for (FeatureImportance importance : importances) {
            int feature = TABLE.featureNames().indexOf(importance.feature());
            double expected = trees.stream()
                    .mapToDouble(tree -> tree.importances()[feature]
                            / Arrays.stream(tree.importances()).sum())
                    .average()
                    .orElseThrow();
            assertThat(importance.mean()).isCloseTo(expected, within(1e-9));
            assertThat(importance.deviation()).isPositive();
        }
        assertThat(importances).extracting(FeatureImportance::feature).first().isEqualTo("much");
        assertThat(importances.stream().mapToDouble(FeatureImportance::mean).sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void aForestThatNeverSplitsOwesNothingToAnyFeature() {
        settings.minImpurityDecrease = 1;
        assertThat(ImpurityImportances.of(train(), TABLE, settings.parameters()))
                .extracting(FeatureImportance::mean)
                .containsOnly(0.0);
    }

    @Test
    void permutationImportancesRankTheFeaturesAndRepeat() {
        FlatForest forest = FlatForest.of(train(), NAMES, "yes");
        List<FeatureImportance> importances = PermutationImportances.of(forest, COLUMNS, ACCURACY, 5, 1);
        assertThat(importances).extracting(FeatureImportance::feature).startsWith("much", "little");
        assertThat(importances.get(0).mean()).isGreaterThan(0.2);
        assertThat(importances.get(0).deviation()).isBetween(0.001, 0.1);
        assertThat(PermutationImportances.of(forest, COLUMNS, ACCURACY, 5, 1)).isEqualTo(importances);
        assertThat(PermutationImportances.of(forest, COLUMNS, ACCURACY, 5, 2)).isNotEqualTo(importances);
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheRemedy() {
        FlatForest forest = FlatForest.of(train(), NAMES, "yes");
        assertThatThrownBy(() -> PermutationImportances.of(forest, COLUMNS, ACCURACY, 0, 1))
                .hasMessageContaining("0 repetitions: give at least 1");
        assertThatThrownBy(() -> PermutationImportances.of(forest, new double[2][3], ACCURACY, 1, 1))
                .hasMessageContaining("2 columns and the model needs 3");
    }

    private WeightedEnsembleModel<Label> train() {
        return settings.trainer()
                .train(TABLE, new SimpleDataSourceProvenance("rows", new LabelFactory()), GrowthMonitor.SILENT);
    }
}
