package io.loanflow.ingestion.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidationJsonTest {

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        String golden = Files.readString(Path.of("src/test/resources/validation/loan.json"));

        assertThat(ValidationJson.write(ValidationJson.read(golden))).isEqualTo(golden);
    }

    @Test
    void theShapeIsThatOfGreatExpectations() {
        ExpectationConfig config = new ExpectationConfig(
                "expect_column_mean_to_be_between", Map.of("column", "person_age"), Severity.WARNING);
        ValidationResult result = ValidationResult.of(
                        List.of(new ExpectationResult(false, config, Observation.figure(3, 144.0))),
                        new ValidationMeta("loan", 1, "loan.csv", 4, null, 1, null))
                .withDataOrigin(DataOrigin.FILE);

        assertThat(ValidationJson.write(result)).isEqualToIgnoringWhitespace("""
                {
                  "success": false,
                  "statistics": {
                    "evaluated_expectations": 1,
                    "successful_expectations": 0,
                    "unsuccessful_expectations": 1,
                    "success_percent": 0.0
                  },
                  "results": [{
                    "success": false,
                    "expectation_config": {
                      "type": "expect_column_mean_to_be_between",
                      "kwargs": {"column": "person_age"},
                      "meta": {"severity": "warning"},
                      "severity": "warning"
                    },
                    "result": {"element_count": 3, "observed_value": 144.0}
                  }],
                  "meta": {
                    "dataset": "loan",
                    "definition_version": 1,
                    "file": "loan.csv",
                    "rows_read": 4,
                    "rows_quarantined": 1,
                    "data_origin": "FILE"
                  },
                  "suite_name": "loan"
                }
                """);
    }

    @Test
    void aListOfThousandsIsCutOnceAndForAll() {
        List<String> categories = IntStream.range(0, 5_000)
                .mapToObj(i -> "c" + i + "x".repeat(200))
                .toList();
        ExpectationConfig config = new ExpectationConfig(
                "expect_column_values_to_be_in_set", Map.of("value_set", categories), Severity.CRITICAL);
        ValidationResult result = ValidationResult.of(
                List.of(new ExpectationResult(true, config, Observation.figure(3, null))),
                new ValidationMeta("loan", 1, "loan.csv", 3, null, 0, null));

        String json = ValidationJson.write(result);

        assertThat(json).hasSizeLessThan(2_000).contains("\"c4xx", "\"and 4,995 more\"");
        assertThat(ValidationJson.write(ValidationJson.read(json))).isEqualTo(json);
    }
}
