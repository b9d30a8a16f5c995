package io.loanflow.ingestion.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidationPageTest {

    private static final Path GOLDEN = Path.of("src/test/resources/validation/loan.json");
    private static final Map<String, Object> AGE = Map.of("column", "person_age");

    @Test
    void everyExpectationIsThereWithWhatWasSeen() throws IOException {
        String page = ValidationPage.write(ValidationJson.read(Files.readString(GOLDEN)));

        assertThat(page)
                .contains("✓ All 51 expectations are met")
                .contains("<b>44,990</b><span>rows kept</span>")
                .contains("<b>person_age</b> is greater than <b>person_emp_exp</b>")
                .contains("144.0 <span>row 82</span>")
                .contains("The mean of <b>loan_status</b> is from 0.1 to 0.4")
                .contains("It is 0.222272")
                .contains("in at least 99.9 % of the rows")
                .doesNotContain("{{")
                .doesNotContain("not met");
        assertThat(page.split("class=\"result\"", -1)).hasSize(51 + 1);
    }

    @Test
    void whatIsNotMetComesFirst() {
        String page = ValidationPage.write(
                result(broken(Severity.INFO, true, List.of()), broken(Severity.WARNING, false, List.of("17"))));

        assertThat(page).contains("✗ 1 of 2 expectations are not met<span>none of them critical</span>");
        assertThat(page.indexOf("Not met (1)")).isBetween(0, page.indexOf("Met (1)"));
    }

    @Test
    void valuesAreShownAsTheyAreAndNothingIsFetched() {
        String attack = "<script>alert('{{title}}')</script>";

        String page = ValidationPage.write(result(broken(Severity.CRITICAL, false, List.of(attack))));

        assertThat(page)
                .contains("&lt;script&gt;alert(&#39;{{title}}&#39;)&lt;/script&gt; <span>row 3</span>")
                .contains("&lt;file&gt;.csv")
                .doesNotContain("<script", "<link", "src=", "href=", "url(", "http", "<file>");
    }

    @Test
    void syntheticRowsAreLabelled() {
        ValidationResult result = result(broken(Severity.INFO, true, List.of()));

        assertThat(ValidationPage.write(result.withDataOrigin(DataOrigin.SYNTHETIC)))
                .contains("Synthetic rows");
        assertThat(ValidationPage.write(result.withDataOrigin(DataOrigin.FILE))).doesNotContain("Synthetic rows");
    }

    private static ExpectationResult broken(Severity severity, boolean success, List<String> values) {
        List<Long> rows = values.stream().map(value -> 3L).toList();
        return new ExpectationResult(
                success,
                new ExpectationConfig("expect_column_values_to_not_be_null", AGE, severity),
                new Observation(10, (long) values.size(), 10.0 * values.size(), 0L, values, rows, null));
    }

    private static ValidationResult result(ExpectationResult... results) {
        return ValidationResult.of(List.of(results), new ValidationMeta("loan", 1, "<file>.csv", 10, 0, null));
    }
}
