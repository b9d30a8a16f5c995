package io.loanflow.training.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.Part;
import io.loanflow.training.fixture.EncodedTable;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.rows.PartRows;
import io.loanflow.training.rows.TrainingData;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxyTestsTest {

    private static final String GENDER = "person_gender";

    private final EncodedTable table = EncodedTable.of(LoanTable.generated(3000, 3), PreprocessingSettings.DEFAULTS);

    @Test
    void featuresThatSayNothingOfAGroupAreNoProxies() {
        List<ProxyTest> tests = tests(table.part(Part.TRAIN), table.part(Part.TEST), 2);

        assertThat(tests).singleElement().satisfies(test -> {
            assertThat(test.column()).isEqualTo(GENDER);
            assertThat(test.group()).isEqualTo("female");
            assertThat(test.rows()).isBetween(200L, 400L);
            assertThat(auc(test).lower()).isLessThan(0.5);
            assertThat(auc(test).upper()).isBetween(0.5, 0.6);
        });
    }

    @Test
    void aFeatureThatTellsTheGroupIsFound() {
        PartRows train = leaking(table.part(Part.TRAIN));
        PartRows test = leaking(table.part(Part.TEST));

        assertThat(auc(tests(train, test, 2).get(0)).lower()).isGreaterThan(0.999);
        assertThat(tests(train, test, 1)).isEqualTo(tests(train, test, 2));
    }

    @Test
    void ofFewRowsNothingIsSaid() {
        EncodedTable few = EncodedTable.of(LoanTable.generated(60, 3), PreprocessingSettings.DEFAULTS);

        assertThat(tests(few.part(Part.TRAIN), few.part(Part.TEST), 1))
                .singleElement()
                .satisfies(test -> assertThat(test.auc()).isNull());
    }

    private List<ProxyTest> tests(PartRows train, PartRows test, int threads) {
        return new ProxyTests(new TrainingData(table.definition(), "", table.encoder(), train, test), threads).all();
    }

    private static Interval auc(ProxyTest test) {
        Interval auc = test.auc();
        assertThat(auc).isNotNull();
        return auc;
    }

    private static PartRows leaking(PartRows part) {
        double[][] columns = part.columns().clone();
        columns[0] = Arrays.stream(part.companion(GENDER))
                .mapToDouble(gender -> gender.equals("female") ? 1 : 0)
                .toArray();
        return new PartRows(part.features(), part.companionNames(), columns, part.labels(), part.companions());
    }
}
