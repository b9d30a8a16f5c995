package io.loanflow.monitoring.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.monitoring.decision.GroupCell;
import io.loanflow.monitoring.outcome.OutcomeCell;
import io.loanflow.monitoring.performance.Interval;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Nobody is shown in a group of fewer than 30. */
class FairnessTest {

    private static final DatasetDefinition DEFINITION = DatasetDefinitionReader.read("""
            name: people
            version: 1
            title: People
            description: Made-up people of several regions
            source: {file: people.csv}
            quarantine-limit: 0
            positive-label: "yes"
            columns:
              - {name: income, type: real}
              - {name: region, type: nominal, categories: [north, south, east, west, others], role: protected}
              - {name: good, type: boolean, map: {"0": "no", "1": "yes"}, role: target}
            """, "dataset.yaml");

    @Test
    void aGroupOfThirtyIsShownAndOneOfTwentyNineIsNot() {
        GroupComparison thirty = compare(List.of(cells("north", 30, 15), cells("south", 30, 30)), List.of());
        GroupComparison fewer = compare(List.of(cells("south", 29, 29)), List.of());

        assertThat(thirty.groups()).extracting(GroupFigures::group).containsExactly("north", "south");
        assertThat(thirty.note()).isNull();
        assertThat(fewer.groups()).isEmpty();
        assertThat(fewer.note()).isEqualTo("Groups of fewer than 30 decisions are not shown.");
        assertThat(fewer.parityRatio()).isNull();
        assertThat(fewer.toString()).doesNotContain("south", "29");
    }

    /** All that were decided, less those who are shown, must not be a group of fewer than 30. */
    @Test
    void whoIsLeftOutCannotBeToldFromTheTotals() {
        GroupComparison comparison = compare(
                List.of(cells("north", 100, 50), cells("south", 29, 29), cells("east", 40, 10), cells("west", 60, 12)),
                List.of());

        assertThat(comparison.groups())
                .extracting(GroupFigures::group)
                .containsExactly("north", "west", "small groups together");
        GroupFigures pooled = comparison.groups().get(2);
        assertThat(pooled.rows()).isEqualTo(69);
        assertThat(pooled.selectionRate()).isEqualTo(Interval.share(39, 69));
        assertThat(comparison.note())
                .isEqualTo("Groups of fewer than 30 decisions are shown together with the next larger one: the totals"
                        + " would tell what is left out.");
        assertThat(comparison.parityRatio()).isCloseTo(0.2 / (39 / 69.0), within(1e-12));
        assertThat(comparison.toString()).doesNotContain("south", "east");
    }

    @Test
    void ofTwoGroupsNeitherIsShownByItselfWhereOneIsSmall() {
        GroupComparison comparison = compare(List.of(cells("north", 30, 15), cells("south", 29, 29)), List.of());

        assertThat(comparison.groups()).singleElement().satisfies(pooled -> {
            assertThat(pooled.rows()).isEqualTo(59);
            assertThat(pooled.group()).isEqualTo("small groups together");
        });
        assertThat(comparison.parityRatio()).as("of one group").isNull();
        assertThat(comparison.toString()).doesNotContain("south", "north");
    }

    @Test
    void smallGroupsAreShownTogetherWhereTheyAreThirty() {
        GroupComparison comparison =
                compare(List.of(cells("north", 100, 50), cells("south", 29, 6), cells("east", 1, 0)), List.of());

        assertThat(comparison.groups()).hasSize(2);
        GroupFigures pooled = comparison.groups().get(1);
        assertThat(pooled.rows()).isEqualTo(30);
        assertThat(pooled.selectionRate()).isEqualTo(Interval.share(6, 30));
        assertThat(comparison.note()).contains("shown together");
        assertThat(comparison.parityRatio()).isCloseTo(0.4, within(1e-12));
        assertThat(comparison.toString()).doesNotContain("south", "east");
    }

    /** A category may have any name. */
    @Test
    void smallGroupsTogetherAreNotTakenForAGroup() {
        GroupComparison comparison =
                compare(List.of(cells("others", 100, 50), cells("south", 20, 6), cells("east", 20, 0)), List.of());

        assertThat(comparison.groups())
                .extracting(GroupFigures::group)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void ratesAreShownOfThirtyKnownOutcomesOnly() {
        GroupComparison comparison = compare(
                List.of(cells("north", 100, 50), cells("south", 100, 60)),
                List.of(
                        outcomes("north", "yes", "yes", 20),
                        outcomes("north", "no", "yes", 10),
                        outcomes("north", "yes", "no", 29),
                        outcomes("south", "yes", "yes", 30),
                        outcomes("south", "no", "no", 40)));

        GroupFigures north = comparison.groups().get(0);
        assertThat(north.truePositiveRate()).isEqualTo(Interval.share(20, 30));
        assertThat(north.falsePositiveRate()).as("of 29").isNull();
        GroupFigures south = comparison.groups().get(1);
        assertThat(Objects.requireNonNull(south.falsePositiveRate()).value()).isZero();
        assertThat(comparison.opportunityDifference()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void outcomesOfSmallGroupsCountTogetherToo() {
        GroupComparison comparison = compare(
                List.of(cells("south", 20, 10), cells("east", 20, 10)),
                List.of(outcomes("south", "yes", "yes", 15), outcomes("east", "no", "yes", 15)));

        assertThat(comparison.groups())
                .singleElement()
                .extracting(GroupFigures::truePositiveRate)
                .isEqualTo(Interval.share(15, 30));
    }

    @Test
    void aColumnOfWhichNothingIsKnownIsLeftOut() {
        assertThat(new Fairness(DEFINITION).compare(column -> List.of(), List.of()))
                .isEmpty();
    }

    private static GroupComparison compare(List<List<GroupCell>> decided, List<OutcomeCell> known) {
        List<GroupComparison> comparisons = new Fairness(DEFINITION).compare(column -> of(column, decided), known);
        assertThat(comparisons).hasSize(1);
        return comparisons.get(0);
    }

    private static List<GroupCell> of(Column column, List<List<GroupCell>> decided) {
        assertThat(column.name()).isEqualTo("region");
        return decided.stream().flatMap(List::stream).toList();
    }

    private static List<GroupCell> cells(String group, long decisions, long selected) {
        return List.of(
                new GroupCell(group, "yes", selected, selected * 0.8),
                new GroupCell(group, "no", decisions - selected, (decisions - selected) * 0.2));
    }

    private static OutcomeCell outcomes(String group, String decided, String label, long rows) {
        return new OutcomeCell(decided, label, 500, rows, rows * 0.5, Map.of("region", group));
    }
}
