package io.loanflow.training.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.featurebatches.Part;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.BoostingFamily;
import io.loanflow.model.family.Growth;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.training.definition.GateDefinition;
import io.loanflow.training.fixture.EncodedTable;
import io.loanflow.training.fixture.LoanTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A model that learned from few of the loans does not replace one of all, which replaces it. */
class FewRowsTest {

    private static final int FEW = 300;

    @Test
    void aModelOfFewRowsDoesNotReplaceOneOfMany() throws IOException {
        EncodedTable table = EncodedTable.of(LoanTable.published(), PreprocessingSettings.DEFAULTS);
        TestRows rows = new TestRows(table.part(Part.TEST), table.encoder(), table.definition());
        LabelledRows all = table.part(Part.TRAIN).labelled(TargetLabels.of(table.definition()), Map.of());
        double[] many = scores(all, rows);
        double[] few = scores(first(all), rows);

        Ruling ruling = judge(rows, few, many);
        assertThat(ruling.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(ruling.reason()).contains("its ROC AUC is lower", "its log loss is higher");
        assertThat(judge(rows, many, few).verdict()).isEqualTo(Verdict.PROMOTED);
    }

    private static LabelledRows first(LabelledRows rows) {
        double[][] columns = Arrays.stream(rows.columns())
                .map(column -> Arrays.copyOf(column, FEW))
                .toArray(double[][]::new);
        return new LabelledRows(
                rows.features(), columns, Arrays.copyOf(rows.labels(), FEW), rows.targets(), rows.monotone());
    }

    private static double[] scores(LabelledRows learned, TestRows rows) {
        BoostingFamily family = new BoostingFamily();
        return family.fit(learned, family.defaults(), new Growth(2, "a test", trees -> {}, bytes -> {}))
                .scorer()
                .scoreColumns(rows.rows().columns(), rows.size());
    }

    private static Ruling judge(TestRows rows, double[] challenger, double[] champion) {
        return Gate.judge(
                new Duel(
                        GateDefinition.DEFAULTS,
                        rows,
                        GateTest.version(2, challenger),
                        GateTest.version(1, champion),
                        false),
                "");
    }
}
