package io.loanflow.model.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.Mutability;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.BoostingFamily;
import io.loanflow.model.family.FamilyRows;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.family.ForestFamily;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.model.family.ModelFamily;
import io.loanflow.model.fixture.LoanModel;
import io.loanflow.model.reason.Reference;
import io.loanflow.model.reason.ReferenceMaker;
import io.loanflow.model.row.EncodedRows;
import io.loanflow.model.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WhatIfTest {

    private static final List<Column> COLUMNS = LoanModel.DEFINITION.features();
    private static final LabelledRows ROWS = rows();
    private static final Reference REFERENCE = ReferenceMaker.of(ROWS);
    private static final double THRESHOLD = 0.4;
    private static final List<String> TWO = List.of("person_home_ownership", "credit_score");

    private final FittedModel boosted = fit(new BoostingFamily(), "12");
    private final WhatIf whatIf = whatIf(boosted, true);

    /** Positive by the score and the home; the income and the amount say a little. */
    private static LabelledRows rows() {
        List<Row> rows = LoanModel.rows(1500, 1);
        int[] labels = rows.stream()
                .mapToInt(row -> row.numbers()[place("credit_score")] / 8
                                        + ("RENT".equals(row.categories()[place("person_home_ownership")]) ? 0 : 25)
                                        + row.numbers()[place("loan_percent_income")] * 20
                                > 95
                        ? 1
                        : 0)
                .toArray();
        double[][] columns = EncodedRows.columns(LoanModel.ENCODER, rows);
        return new LabelledRows(
                LoanModel.ENCODER.featureNames(), columns, labels, new TargetLabels("0", "1"), Map.of());
    }

    private static int place(String column) {
        return IntStream.range(0, COLUMNS.size())
                .filter(i -> COLUMNS.get(i).name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static FittedModel fit(ModelFamily family, String trees) {
        return family.fit(ROWS, family.defaults().with("trees", trees), FamilyRows.growth(2));
    }

    private static WhatIf whatIf(FittedModel model, boolean odds) {
        Judge judge =
                new Judge(row -> probability(model, row), sum -> odds ? 1 / (1 + Math.exp(-sum)) : sum, THRESHOLD);
        return new WhatIf(
                LoanModel.DEFINITION, LoanModel.ENCODER, model.trees().sum().get(), REFERENCE, judge);
    }

    private static double probability(FittedModel model, Row row) {
        return model.scorer()
                .score(EncodedRows.features(LoanModel.ENCODER, ROWS.features().size(), row));
    }

    @Test
    void everyAlternativeIsDecidedOtherwiseAndIsAllowed() {
        for (Row row : LoanModel.rows(60, 3)) {
            boolean positive = probability(boosted, row) >= THRESHOLD;
            for (Alternative alternative : whatIf.search(row, whatIf.columns())) {
                Row changed = changed(row, alternative);
                assertThat(probability(boosted, changed)).isEqualTo(alternative.probability());
                assertThat(alternative.probability() >= THRESHOLD).isNotEqualTo(positive);
                alternative.changes().forEach(WhatIfTest::assertAllowed);
            }
        }
    }

    private static void assertAllowed(Change change) {
        Column column = COLUMNS.get(place(change.column()));
        assertThat(column.mutable()).isNotNull();
        if (column.type().isNumeric()) {
            assertThat(column.allows(change.to().asDouble())).isTrue();
            boolean up = change.to().asDouble() > change.from().asDouble();
            assertThat(column.mutable()).isIn(Mutability.ANY, up ? Mutability.UP : Mutability.DOWN);
        } else {
            assertThat(column.categories()).contains(change.to().asString());
        }
        assertThat(change.to()).isNotEqualTo(change.from());
    }

    private static Row changed(Row row, Alternative alternative) {
        double[] numbers = row.numbers().clone();
        String[] categories = row.categories().clone();
        for (Change change : alternative.changes()) {
            JsonNode to = change.to();
            if (to.isNumber()) {
                numbers[place(change.column())] = to.asDouble();
            } else {
                categories[place(change.column())] = to.asString();
            }
        }
        return new Row(numbers, categories);
    }

    /** Against every whole score with every home. */
    @Test
    void noSmallerChangeOfOneOrTwoColumnsFlipsTheDecision() {
        assertSmallest(boosted, whatIf);
        FittedModel forest = fit(new ForestFamily(), "8");
        assertSmallest(forest, whatIf(forest, false));
    }

    private static void assertSmallest(FittedModel model, WhatIf search) {
        double scoreSpread = spread(search, "credit_score");
        int found = 0;
        for (Row row : LoanModel.rows(25, 5)) {
            List<Alternative> alternatives = search.search(row, TWO);
            double expected = bruteForce(model, row, scoreSpread);
            double smallest =
                    alternatives.stream().mapToDouble(Alternative::size).min().orElse(Double.POSITIVE_INFINITY);
            assertThat(smallest).isEqualTo(expected, within(1e-9));
            found += alternatives.size();
        }
        assertThat(found).isPositive();
    }

    private static double spread(WhatIf search, String column) {
        for (Row row : LoanModel.rows(200, 8)) {
            for (Alternative alternative : search.search(row, List.of(column))) {
                Change change = alternative.changes().get(0);
                return Math.abs(change.to().asDouble() - change.from().asDouble()) / alternative.size();
            }
        }
        throw new AssertionError("no change of " + column + " flips any row");
    }

    private static double bruteForce(FittedModel model, Row row, double spread) {
        boolean positive = probability(model, row) >= THRESHOLD;
        Column score = COLUMNS.get(place("credit_score"));
        double now = row.numbers()[place("credit_score")];
        double smallest = Double.POSITIVE_INFINITY;
        List<Row> homes = new ArrayList<>();
        for (String home : COLUMNS.get(place("person_home_ownership")).categories()) {
            String[] categories = row.categories().clone();
            categories[place("person_home_ownership")] = home;
            homes.add(new Row(row.numbers(), categories));
        }
        for (Row other : homes) {
            String home = other.categories()[place("person_home_ownership")];
            double moved = home.equals(row.categories()[place("person_home_ownership")]) ? 0 : 1;
            for (double value = now; score.allows(value); value++) {
                double[] numbers = other.numbers().clone();
                numbers[place("credit_score")] = value;
                if (probability(model, new Row(numbers, other.categories())) >= THRESHOLD != positive) {
                    smallest = Math.min(smallest, moved + (value - now) / spread);
                }
            }
        }
        return smallest;
    }

    @Test
    void aRealNumberIsRoundedToAHundredthOfTheChange() {
        int real = 0;
        for (Row row : LoanModel.rows(200, 4)) {
            for (Alternative alternative : whatIf.search(row, whatIf.columns())) {
                for (Change change : alternative.changes()) {
                    Column column = COLUMNS.get(place(change.column()));
                    real += column.type() == ColumnType.REAL ? 1 : 0;
                    assertThat(change.to().asString()).hasSizeLessThan(10);
                }
            }
        }
        assertThat(real).isPositive();
    }

    @Test
    void aColumnThatIsNotNamedStaysAndAMissingValueToo() {
        Row row = LoanModel.rows(1, 3).get(0);

        assertThat(whatIf.search(row, List.of())).isEmpty();
        assertThat(whatIf.columns())
                .containsExactly(
                        "person_income",
                        "person_home_ownership",
                        "loan_amnt",
                        "loan_int_rate",
                        "loan_percent_income",
                        "credit_score");
        double[] numbers = row.numbers().clone();
        numbers[place("credit_score")] = Double.NaN;
        assertThat(whatIf.search(new Row(numbers, row.categories()), List.of("credit_score")))
                .isEmpty();
    }
}
