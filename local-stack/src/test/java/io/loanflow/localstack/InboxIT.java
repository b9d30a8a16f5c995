package io.loanflow.localstack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.localstack.stack.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that somebody drops beside a whole running stack, with its usual interval. */
class InboxIT {

    private static final String DATASET = "cottages";

    @RegisterExtension
    static final LocalStackExtension STACK = new LocalStackExtension();

    @TempDir
    Path directory;

    @Test
    void aDroppedFileBecomesALoadAndAModelInServiceAndAWrongOneIsRefused() throws Exception {
        LoanflowProgram program = STACK.program();
        SecondDataset dataset = SecondDataset.define(DATASET, program.data(), directory);
        Files.writeString(program.data().resolve(DATASET).resolve("training.yaml"), SecondDataset.LAX_TRAINING);
        Path home = new StateDirectory(program.state()).files().resolve(DATASET);
        Path inbox = Files.createDirectories(home.resolve("inbox"));
        Instant dropped = Instant.now();

        Files.writeString(inbox.resolve("a-wrong.csv"), "income,colour\n1200,blue\n");
        Files.copy(dataset.file(), inbox.resolve("june.csv"));

        await().until(() -> names(home.resolve("done")).size() == 1
                && names(home.resolve("refused")).size() == 2);
        System.out.println("Dropped files were picked up after "
                + Duration.between(dropped, Instant.now()).toSeconds() + " s.");
        assertThat(names(inbox)).isEmpty();
        assertThat(names(home.resolve("done"))).singleElement().asString().endsWith("-june.csv");
        List<String> refused = names(home.resolve("refused"));
        assertThat(refused.get(0)).endsWith("-a-wrong.csv");
        assertThat(refused.get(1)).isEqualTo(refused.get(0) + ".reason.txt");
        assertThat(home.resolve("refused").resolve(refused.get(1))).content().contains("rent");

        await().until(() -> !runs().isEmpty());
        Outcome run = program.run("watch", runs().get(0).path("id").asString());
        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.text()).contains("4,000 read", "promoted: ", DATASET + " version 1 answers");
        assertThat(runs())
                .hasSize(1)
                .allSatisfy(
                        entry -> assertThat(entry.path("id").asString()).startsWith("pipeline-" + DATASET + "-inbox-"));
    }

    private static List<JsonNode> runs() {
        Outcome runs = STACK.program().run("runs", "--json", "--dataset", DATASET);
        assertThat(runs.code()).as(runs.text()).isZero();
        return JsonMapper.shared().readTree(runs.text()).valueStream().toList();
    }

    /** Sorted; none where there is no such directory yet. */
    private static List<String> names(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
