package io.loanflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.testsupport.LoanData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a file to a served model, on real servers, by the command. */
class WholeChainIT {

    @RegisterExtension
    static final LocalStackExtension STACK = new LocalStackExtension();

    @TempDir
    Path directory;

    @Test
    void thePublishedFileBecomesAServedModelAndTheSameFileAgainChangesNothing() {
        String file = LoanData.file().toString();

        Outcome first = STACK.program().run("run", "--data", file);
        Outcome second = STACK.program().run("run", "--data", file);

        assertThat(first.code()).as(first.text()).isZero();
        assertThat(first.text()).contains("45,000 read, 44,990 stored, 10 quarantined", "a file of yours");
        assertThat(number(first.text(), "accuracy ([0-9.]+)")).isGreaterThanOrEqualTo(0.92);
        assertThat(number(first.text(), "AUC ([0-9.]+)")).isGreaterThanOrEqualTo(0.97);
        assertThat(first.text())
                .contains("curl -s http://127.0.0.1:")
                // Where another test of the stack has run the same file, its version is the champion already.
                .containsPattern("(promoted|unchanged): ")
                .containsPattern(
                        "(approved|rejected): probability 0\\.[0-9]+ of approved, threshold 0\\.[0-9]+, by version");
        // One that the model finds hard.
        assertThat(number(first.text(), "probability ([0-9.]+) of"))
                .isCloseTo(number(first.text(), "threshold ([0-9.]+)"), within(0.15));
        assertThat(second.code()).as(second.text()).isZero();
        assertThat(second.text())
                .contains("nothing to load: the rows of load", "found in Redis as made by pipeline-loan-")
                .contains("trained by pipeline-loan-", "unchanged: ");
        assertThat(number(second.text(), "by version ([0-9]+)")).isEqualTo(number(first.text(), "by version ([0-9]+)"));
    }

    @Test
    void aVersionIsMadeAgainFromItsRecords() {
        LoanflowProgram program = STACK.program();
        Outcome run = program.run("run", "--data", LoanData.file().toString());
        String version = Integer.toString((int) number(run.text(), "by version ([0-9]+)"));
        String models = program.run("models").text();

        Outcome again = program.run("reproduce", "--version", version);

        assertThat(again.code()).as(again.text()).isZero();
        assertThat(again.text())
                .containsPattern("equal: the same trees \\(SHA-256 [0-9a-f]{64}\\), calibration and threshold");
        assertThat(program.run("models").text()).isEqualTo(models);
        Outcome unknown = program.run("reproduce", "--version", "999");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.text()).contains("Version 999 of loan cannot be made again", "has no version 999");
    }

    @Test
    void withoutAFileTheNewestRealRowsAreTaken() {
        STACK.program().run("run", "--data", LoanData.file().toString());

        Outcome outcome = STACK.program().run("run");

        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text())
                .contains("nothing to load", "source file", "45,000 read")
                .doesNotContain("SYNTHETIC");
    }

    @Test
    void aFileThatIsAnotherTableFailsTheRunWithReasonAndRemedy() throws Exception {
        Path file = Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n");

        Outcome outcome = STACK.program().run("run", "--data", file.toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text())
                .contains("✗ ingest", "header", "Mend the file", "/workflows/pipeline-loan-")
                .doesNotContain("\tat ");
    }

    @Test
    void aFileThatCannotBeReadIsRefusedBeforeAnythingStarts() {
        Outcome outcome = STACK.program()
                .run("run", "--data", directory.resolve("absent.csv").toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text())
                .contains("absent.csv cannot be read", "--data")
                .doesNotContain("Running");
    }

    @Test
    void aDataSetThatIsNotDefinedFailsTheRun() {
        Outcome outcome = STACK.program().run("run", "--dataset", "cars");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text()).contains("cars", "--dataset");
    }

    @Test
    void predictionsAreAnsweredAndEveryProblemOfAWrongOneIsNamed() throws Exception {
        // Any model will do; without the published file it is a synthetic one.
        Outcome run = STACK.program().run("run");
        assertThat(run.code()).as(run.text()).isZero();
        Matcher example = Pattern.compile("-d '(\\{.*})'").matcher(run.text());
        assertThat(example.find()).isTrue();
        Path file = Files.writeString(directory.resolve("application.json"), example.group(1));

        Outcome single = STACK.program().run("predict", "--file", file.toString());
        Outcome many = STACK.program().run("predict", "--dataset", "loan", "--json", "[" + example.group(1) + ",{}]");
        Outcome other = STACK.program().run("predict", "--dataset", "cars", "--json", "{}");
        Outcome wrong = STACK.program().run("predict", "--json", "{\"person_age\": 200, \"person_gender\": \"male\"}");

        assertThat(single.code()).as(single.text()).isZero();
        assertThat(single.text()).contains("\"decision\"", "\"probability\"", "\"decisionId\"");
        assertThat(many.code()).as(many.text()).isZero();
        assertThat(many.text()).contains("\"prediction\"", "\"errors\"");
        assertThat(other.code()).as(other.text()).isEqualTo(1);
        assertThat(other.text()).contains("there is loan");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.text())
                .contains(
                        "/person_age must be", "/person_gender is a protected characteristic", "/loan_amnt is missing");
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text.substring(text.indexOf("  Rows ")));
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
