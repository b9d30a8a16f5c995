package io.loanflow.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.feature.FeatureSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitReaderTest {

    private static final String LOANS = """
            name: loans
            version: 1
            source: {file: loans.csv}
            quarantine-limit: 0
            positive-label: paid
            columns:
              - {name: customer, type: identifier, missing-allowed: true}
              - {name: issued, type: date}
              - {name: paid_back, type: date, missing-allowed: true}
              - {name: year, type: integer}
              - {name: purpose, type: nominal, categories: auto}
              - {name: status, type: boolean, categories: [lost, paid], role: target}
            """;

    @Test
    void withoutASplitRowsAreSplitByWhatTheyAreLike() {
        DatasetDefinition loans = DatasetDefinitionReader.read(LOANS, "loans.yaml");

        assertThat(loans.split()).isNull();
        assertThat(FeatureSchema.companionsOf(loans)).isEmpty();
    }

    @Test
    void anyColumnButTheTargetMakesGroups() {
        DatasetDefinition loans = read("{group: customer}");

        assertThat(loans.split()).isEqualTo(new SplitRule(SplitRule.Kind.GROUP, "customer"));
        assertThat(loans.writtenPlainly().split()).isEqualTo(loans.split());
        assertThat(FeatureSchema.companionsOf(loans)).containsExactly(FeatureSchema.GROUP);
        assertThat(read("{group: purpose}").split()).isNotNull();
        assertThat(read("{group: year}").split()).isNotNull();
    }

    @Test
    void datesAndNumbersAreTimes() {
        assertThat(read("{time: issued}").split()).isEqualTo(new SplitRule(SplitRule.Kind.TIME, "issued"));
        assertThat(read("{time: year}").split()).isNotNull();
        assertThat(FeatureSchema.companionsOf(read("{time: year}"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {group: custommer}             | split.group: is "custommer"; must be a column: customer, issued
            {group: status}                | split.group: is the target; all rows of a label would be in one part
            {time: purpose}                | split.time: is nominal; must be a date, or a number that rises with time
            {time: customer}               | split.time: is identifier; must be a date
            {time: paid_back}              | split.time: may be missing, so that such rows had no place in time; remove missing-allowed from paid_back
            {group: customer, time: year}  | split: names a column by one of group and time
            {}                             | split: names a column by one of group and time; without both, leave out split
            {test: 0.5, time: year}        | split.test: unknown key; allowed: group, time
            {time: [year]}                 | split.time: must be a text that is not empty
            by-time                        | split: must be keys with values
            """)
    void whatIsWrongIsNamedWithItsPlaceAndWhatIsAllowed(String split, String message) {
        assertThatThrownBy(() -> read(split))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining("loans.yaml:13: " + message);
    }

    @Test
    void filesThatSayWhichRowsAreForTestingAndATimeDoNotGoTogether() {
        String parts =
                LOANS.replace("{file: loans.csv}", "{files: [{file: a.csv, part: train}, {file: b.csv, part: test}]}");

        assertThat(DatasetDefinitionReader.read(parts, "loans.yaml").source().hasParts())
                .isTrue();
        assertThat(DatasetDefinitionReader.read(parts + "split: {group: customer}\n", "loans.yaml")
                        .split())
                .isNotNull();
        assertThatThrownBy(() -> DatasetDefinitionReader.read(parts + "split: {time: year}\n", "loans.yaml"))
                .hasMessageContaining(
                        "split: the files say by part which rows are for testing; remove it, or part from");
    }

    private static DatasetDefinition read(String split) {
        return DatasetDefinitionReader.read(LOANS + "split: " + split + "\n", "loans.yaml");
    }
}
