package io.loanflow.ingestion.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidationPageTest {

    private static final Path GOLDEN = Path.of("src/test/resources/validation/loan.json");
    private static final LoadHeading LOADED = new LoadHeading(
            7,
            "loaded with 10 rows set aside",
            44_990,
            true,
            null,
            Instant.parse("2026-11-26T20:00:00.5Z"),
            "f".repeat(64),
            "pipeline-loan",
            "/api/v1/loads/7");
    private static final Map<String, Object> AGE = Map.of("column", "person_age");

    @Test
    void everyExpectationIsThereWithWhatWasSeen() throws IOException {
        String page = ValidationPage.write(ValidationJson.read(Files.readString(GOLDEN)), LOADED);

        assertThat(page)
                .contains("✓ All 51 expectations are met")
                .contains("<b>44,990</b><span>rows stored</span>")
                .contains("<b>person_age</b> is greater than <b>person_emp_exp</b>")
                .contains("144.0 <span>row 82</span>")
                .contains("The mean of <b>loan_status</b> is from 0.1 to 0.4")
                .contains("It is 0.222272")
                .contains("in at least 99.9 % of the rows")
                .doesNotContain("{{", "&#x")
                .contains("Load 7: loaded with 10 rows set aside")
                .contains("<dt>Limit</dt><dd>at most 5 % of the rows may be set aside</dd>")
                .contains("href=\"/api/v1/loads/7/quarantine?format=csv\"", "href=\"/api/v1/loads/7/profile\"")
                .contains("2026-11-26T20:00:00Z", "f".repeat(64), "<dd>pipeline-loan</dd>")
                .contains("<h2>Broken by rows (")
                .doesNotContain("not met");
        assertThat(page.split("class=\"result", -1)).hasSize(51 + 1);
    }

    @Test
    void aRefusedLoadSaysSoFirstAndHasNoRowsThatAreKept() {
        LoadHeading refused = new LoadHeading(
                8,
                "refused as a whole: no row of it is visible",
                0,
                false,
                "because of <b>",
                Instant.EPOCH,
                "ab",
                null,
                "/l/8");

        String page = ValidationPage.write(result(broken(Severity.CRITICAL, true, List.of("17"))), refused);

        assertThat(page)
                .contains("verdict bad\">Load 8: refused as a whole: no row of it is visible<span>because of &lt;b&gt;")
                .contains("<b>0</b><span>rows stored</span>", "1 wrong row<br>", "Broken by rows (1)", "✗ broken")
                .doesNotContain("rows kept</span>", "/l/8/profile", "✓ met", "set aside</span>");
    }

    @Test
    void whatIsNotMetComesFirst() {
        String page = ValidationPage.write(
                result(broken(Severity.INFO, true, List.of()), broken(Severity.WARNING, false, List.of("17"))), LOADED);

        assertThat(page).contains("✗ 1 of 2 expectations are not met<span>none of them critical</span>");
        assertThat(page.indexOf("Not met (1)")).isBetween(0, page.indexOf("Met (1)"));
    }

    @Test
    void valuesAreShownAsTheyAreAndNothingIsFetched() {
        String attack = "<script>alert('{{title}}')</script>";

        String page = ValidationPage.write(result(broken(Severity.CRITICAL, false, List.of(attack))), LOADED);

        assertThat(page)
                .contains("&lt;script&gt;alert(&#39;{{title}}&#39;)&lt;/script&gt; <span>row 3</span>")
                .contains("&lt;file&gt;.csv")
                .doesNotContain("<script", "<link", "src=", "url(", "http", "<file>");
    }

    @Test
    void namesAndReasonsAreShownAsTheyAre() {
        String attack = "<img src=x onerror=alert(1)>{{meta.file}}";
        LoadHeading refused = new LoadHeading(8, "refused", 0, false, attack, Instant.EPOCH, "ab", attack, "/l/8");
        ExpectationResult found = new ExpectationResult(
                false,
                new ExpectationConfig("expect_" + attack, Map.of("column", attack), Severity.WARNING),
                Observation.figure(10, null));

        assertThat(ValidationPage.write(result(found), refused))
                .contains("&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;{{meta.file}}")
                .doesNotContain("<img");
    }

    @Test
    void syntheticRowsAreLabelled() {
        ValidationResult result = result(broken(Severity.INFO, true, List.of()));

        assertThat(ValidationPage.write(result.withDataOrigin(DataOrigin.SYNTHETIC), LOADED))
                .contains("Synthetic rows");
        assertThat(ValidationPage.write(result.withDataOrigin(DataOrigin.FILE), LOADED))
                .doesNotContain("Synthetic rows");
    }

    private static ExpectationResult broken(Severity severity, boolean success, List<String> values) {
        List<Long> rows = values.stream().map(value -> 3L).toList();
        return new ExpectationResult(
                success,
                new ExpectationConfig("expect_column_values_to_not_be_null", AGE, severity),
                new Observation(10, (long) values.size(), 10.0 * values.size(), 0L, values, rows, null, null));
    }

    private static ValidationResult result(ExpectationResult... results) {
        return ValidationResult.of(List.of(results), new ValidationMeta("loan", 1, "<file>.csv", 10, null, 0, null));
    }
}
