package io.loanflow.training.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import org.junit.jupiter.api.Test;

class SplitRuleTextTest {

    private static final PreprocessingSettings SETTINGS = new PreprocessingSettings(0.2, 42);

    @Test
    void splitsAreToldApartByTheirWords() {
        assertThat(text("file: a.csv", "")).isEqualTo("test share 0.2, seed 42");
        assertThat(text("file: a.csv", "split: {group: year}")).isEqualTo("test share 0.2, seed 42, by group year");
        assertThat(text("file: a.csv", "split: {time: year}"))
                .isEqualTo("test share 0.2, seed 42, by time year")
                .contains(SplitRuleText.BY_TIME);
        assertThat(text("files: [{file: a.csv, part: train}, {file: b.csv, part: test}]", ""))
                .isEqualTo("test share 0.2, seed 42, by the files' parts");
    }

    private static String text(String source, String split) {
        DatasetDefinition definition = DatasetDefinitionReader.read("""
                name: loans
                version: 1
                source: {%s}
                quarantine-limit: 0
                positive-label: paid
                columns:
                  - {name: year, type: integer}
                  - {name: status, type: boolean, categories: [lost, paid], role: target}
                %s
                """.formatted(source, split), "loans.yaml");
        return SplitRuleText.of(definition, SETTINGS);
    }
}
