package io.loanflow.ingestion.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.InnoDb;
import io.loanflow.ingestion.WholeServiceTest;
import io.loanflow.ingestion.ledger.DatasetLoads;
import io.loanflow.ingestion.ledger.LoadSummary;
import io.loanflow.testsupport.TemporalExtension;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Dropped files, with a real Temporal on which nobody works. Each test has a data set of its own. */
@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
@TestPropertySource(
        properties = {"loanflow.data-directory=target/inbox/data", "loanflow.files-directory=target/inbox/files"})
class InboxWatchIT {

    @RegisterExtension
    static final TemporalExtension TEMPORAL = new TemporalExtension();

    private static final Path DATA = Path.of("target/inbox/data");

    @Autowired
    InboxWatch watch;

    @Autowired
    DatasetLoads loads;

    @Autowired
    WorkflowClient temporal;

    private String dataset;
    private Path home;

    @DynamicPropertySource
    static void temporal(DynamicPropertyRegistry registry) {
        registry.add("spring.temporal.connection.target", TEMPORAL::address);
    }

    @BeforeEach
    void define() throws IOException {
        dataset = "cats_" + UUID.randomUUID().toString().substring(0, 8);
        home = Path.of("target/inbox/files").resolve(dataset);
        Files.createDirectories(DATA.resolve(dataset));
        Files.writeString(DATA.resolve(dataset).resolve("dataset.yaml"), """
                name: %s
                version: 1
                title: Cats
                description: Cats
                source: {file: own.csv}
                quarantine-limit: 0.05
                positive-label: "yes"
                columns:
                  - {name: weight, description: Weight, type: real, range: [0, 1000], role: feature}
                  - {name: tame, description: Tame, type: boolean, categories: ["no", "yes"], role: target}
                """.formatted(dataset));
        watch.look();
    }

    @Test
    void aCompleteFileIsLoadedAndStartsARunOnceForItsContent() throws IOException {
        Path file = drop("june.csv", rows(100));
        String sha256 = Sha256.hex(file);

        watch.look();
        assertThat(loads()).isEmpty();
        watch.look();

        assertThat(loads()).singleElement().satisfies(load -> {
            assertThat(load.origin()).isEqualTo(DataOrigin.FILE);
            assertThat(load.rowsStored()).isEqualTo(100);
        });
        assertThat(file).doesNotExist();
        assertThat(home.resolve("done").resolve(sha256.substring(0, 12) + "-june.csv"))
                .exists();
        assertThat(runs()).containsExactly(InboxRuns.workflowId(dataset, sha256));
        drop("july.csv", rows(100));
        watch.look();
        watch.look();
        assertThat(loads()).hasSize(1);
        assertThat(runs()).hasSize(1);
        assertThat(home.resolve("inbox")).isEmptyDirectory();
    }

    @Test
    void aFileThatGrowsOrIsNamedAsUnfinishedWaits() throws IOException {
        drop("half.csv.part", rows(10));
        drop(".hidden.csv", rows(10));
        Path growing = drop("growing.csv", rows(10));
        watch.look();
        Files.writeString(growing, rows(11));
        watch.look();
        assertThat(loads()).isEmpty();
        watch.look();

        assertThat(loads()).singleElement().extracting(LoadSummary::rowsStored).isEqualTo(11L);
        assertThat(home.resolve("inbox").resolve("half.csv.part")).exists();
    }

    @Test
    void aWrongFileIsRefusedWithItsReasonBesideIt() throws IOException {
        drop("wrong.csv", "no,such\n1,2\n");
        watch.look();
        watch.look();

        try (var refused = Files.list(home.resolve("refused"))) {
            List<Path> files = refused.sorted().toList();
            assertThat(files).hasSize(2);
            assertThat(files.get(0).getFileName().toString()).endsWith("-wrong.csv");
            assertThat(files.get(1)).content().contains("weight");
        }
        assertThat(runs()).isEmpty();
        assertThat(home.resolve("inbox")).isEmptyDirectory();
    }

    @Test
    void whatIsNoFileOfItsOwnIsRefusedAndDirectoriesAreLeftAlone() throws IOException {
        Path inbox = home.resolve("inbox");
        Path elsewhere = Files.writeString(DATA.resolve(dataset).resolve("own.csv"), rows(10));
        Files.createSymbolicLink(inbox.resolve("link.csv"), elsewhere.toAbsolutePath());
        Files.createSymbolicLink(inbox.resolve("nowhere.csv"), Path.of("no-such-file.csv"));
        Files.createDirectory(inbox.resolve("directory.csv"));
        watch.look();
        watch.look();

        assertThat(loads()).isEmpty();
        assertThat(elsewhere).exists();
        assertThat(inbox.resolve("directory.csv")).isDirectory();
        try (var refused = Files.list(home.resolve("refused"))) {
            assertThat(refused.map(file -> file.getFileName().toString().replaceFirst("^\\d+-", "")))
                    .containsExactlyInAnyOrder(
                            "link.csv", "link.csv.reason.txt", "nowhere.csv", "nowhere.csv.reason.txt");
        }
    }

    @Test
    void aNameMayBeLongAndHaveSpacesAndNewlines() throws IOException {
        String name = "my loans\nof \"June\" " + "ü".repeat(110) + ".csv";
        Path file = drop(name, rows(20));
        String sha256 = Sha256.hex(file);
        watch.look();
        watch.look();

        assertThat(loads()).singleElement().extracting(LoadSummary::rowsStored).isEqualTo(20L);
        assertThat(runs()).containsExactly(InboxRuns.workflowId(dataset, sha256));
        assertThat(home.resolve("inbox")).isEmptyDirectory();
        try (var done = Files.list(home.resolve("done"))) {
            assertThat(done.map(path -> path.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .startsWith(sha256.substring(0, 12))
                    .endsWith("ü.csv")
                    .doesNotContain("\n");
        }
    }

    /** A file where the directory of refused ones should be keeps any from being moved there. */
    @Test
    void whatCannotBeWorkedOnKeepsNoOtherFromBeingLoaded() throws IOException {
        Files.writeString(home.resolve("refused"), "in the way");
        drop("a-wrong.csv", "no,such\n1,2\n");
        drop("b-right.csv", rows(30));
        watch.look();
        watch.look();

        assertThat(loads()).extracting(LoadSummary::rowsStored).containsExactlyInAnyOrder(0L, 30L);
        assertThat(home.resolve("inbox").resolve("a-wrong.csv")).exists();
        assertThat(home.resolve("inbox").resolve("b-right.csv")).doesNotExist();
    }

    private List<LoadSummary> loads() {
        return loads.findByDataset(dataset, Pageable.unpaged()).getContent();
    }

    /** Started by this test; known at once, unlike what a list says. */
    private List<String> runs() {
        return loads().stream()
                .map(load -> InboxRuns.workflowId(dataset, load.sha256()))
                .filter(this::exists)
                .toList();
    }

    private boolean exists(String workflowId) {
        try {
            var unused = WorkflowStub.fromTyped(
                            temporal.newWorkflowStub(io.loanflow.contracts.pipeline.Pipeline.class, workflowId))
                    .describe();
            return true;
        } catch (io.temporal.client.WorkflowNotFoundException none) {
            return false;
        }
    }

    private Path drop(String name, String content) throws IOException {
        return Files.writeString(home.resolve("inbox").resolve(name), content);
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> row + ".5," + (row % 3 == 0 ? "yes" : "no"))
                .collect(Collectors.joining("\n", "weight,tame\n", "\n"));
    }
}
