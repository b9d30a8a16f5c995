package io.loanflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localservers.DirectoryTree;
import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.testsupport.LoanData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop closes, with real servers and the published rows: no drift, no alarm; drift, and in the end another version answers. */
class DemoIT {

    private Path directory;
    private LoanflowProgram program;

    @BeforeEach
    void make() throws IOException {
        directory = Files.createTempDirectory("loanflow-demo-");
        program = new LoanflowProgram(LocalStackExtension.home(directory), directory.resolve("state"));
    }

    @AfterEach
    void delete() throws IOException {
        new LoanflowProgram(directory.resolve("home"), directory.resolve("state-demo")).run("down", "--purge", "--yes");
        DirectoryTree.delete(directory);
    }

    @Test
    void driftIsSeenAndANewVersionTakesOverWhileNoRequestFails() {
        Map<String, String> rows = Map.of("LOANFLOW_DATA", LoanData.file().toString());

        Outcome demo =
                program.start(rows, "demo", "--minutes", "1", "--yes", "--once").await();

        assertThat(demo.code()).as(demo.text()).isZero();
        String text = demo.text();
        String before = text.substring(0, text.indexOf("The world changes"));
        assertThat(before).contains(": well  ").doesNotContain("ALARM");
        assertThat(text.substring(before.length()))
                .containsSubsequence(
                        "ALARM in ",
                        "No retraining yet: ",
                        "A retraining begins, with ",
                        "A pipeline learns anew: http",
                        "Version 2 passed the gate and waits for a person: http",
                        "Approved by --yes",
                        "Version 2 answers; no request failed meanwhile.");
        assertThat(directory.resolve("state-demo")).doesNotExist();
    }
}
