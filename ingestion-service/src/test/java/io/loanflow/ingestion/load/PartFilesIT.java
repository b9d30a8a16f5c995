package io.loanflow.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.BigTable;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.InnoDb;
import io.loanflow.ingestion.WholeServiceTest;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Files that say what their rows are for, as those of Adult do: a line before the test file, a point after its labels. */
@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
@TestPropertySource(
        properties = {"loanflow.data-directory=target/parts/data", "loanflow.files-directory=target/parts/files"})
class PartFilesIT {

    private static final Path DATA = Path.of("target/parts/data");

    @TempDir
    Path directory;

    @Autowired
    RowsChoice choice;

    @Autowired
    DatasetLoader loader;

    @Autowired
    JdbcTemplate jdbc;

    private String dataset = "";

    @BeforeEach
    void define() throws IOException {
        dataset = "adult_" + UUID.randomUUID().toString().substring(0, 8);
        Path folder = Files.createDirectories(DATA.resolve(dataset));
        Files.writeString(folder.resolve("dataset.yaml"), """
                name: %s
                version: 1
                source:
                  header: false
                  trim: true
                  comment: "|"
                  files:
                    - {file: adult.data, part: train}
                    - {file: "*.test", part: test}
                    - {file: more.data, part: train}
                quarantine-limit: 0.5
                positive-label: ">50K"
                columns:
                  - {name: age, type: integer, range: [17, 90]}
                  - {name: income, type: boolean, map: {"<=50K.": "<=50K", ">50K.": ">50K"}, categories: ["<=50K", ">50K"], role: target}
                """.formatted(dataset));
        Files.writeString(folder.resolve("adult.data"), "39, <=50K\n50, >50K\n200, <=50K\n");
        Files.writeString(folder.resolve("a.test"), "|1x3 Cross validator\n25, <=50K.\n28, >50K.\n");
        Files.writeString(folder.resolve("b.test"), "44, >50K.\n");
        Files.writeString(folder.resolve("more.data"), "37, >50K\n");
    }

    @Test
    void theLedgerKnowsWhichRowsAreForTesting() {
        DatasetLoad load = choice.load(new RowsWanted(dataset, null, null, false, null), new LoadProgress())
                .load();

        assertThat(load.figures().rowsStored()).isEqualTo(6);
        assertThat(load.figures().rowsQuarantined()).isEqualTo(1);
        assertThat(testRows(load)).isEqualTo("4-6");
        assertThat(load.testRows()).isNotNull();
        assertThat(jdbc.queryForList(
                        "SELECT age FROM " + dataset
                                + "_rows WHERE load_id = ? AND row_no BETWEEN 4 AND 6 ORDER BY row_no",
                        Integer.class,
                        load.id()))
                .containsExactly(25, 28, 44);
    }

    @Test
    void aFileThatIsSentByItselfSaysNothingOfIt() throws IOException {
        Path file = Files.writeString(directory.resolve("june.csv"), "39, <=50K\n50, >50K\n");

        DatasetLoad load = loader.load(
                        new LoadRequest(dataset, SourceFile.of(file, DataOrigin.FILE), null), new LoadProgress())
                .load();

        assertThat(testRows(load)).isNull();
        assertThat(load.testRows()).isNull();
    }

    private String testRows(DatasetLoad load) {
        return jdbc.queryForObject(
                "SELECT " + BigTable.LEDGER_TEST_ROWS + " FROM " + BigTable.LEDGER + " WHERE id = ?",
                String.class,
                load.id());
    }
}
