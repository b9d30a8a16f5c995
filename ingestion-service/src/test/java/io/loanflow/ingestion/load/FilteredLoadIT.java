package io.loanflow.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.InnoDb;
import io.loanflow.ingestion.WholeServiceTest;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.DatasetLoads;
import io.loanflow.ingestion.ledger.LoadState;
import io.loanflow.ingestion.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

/** A filter of rows, from the file to the table, the ledger, the API and the pages. */
@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
@TestPropertySource(
        properties = {"loanflow.data-directory=target/filter/data", "loanflow.files-directory=target/filter/files"})
class FilteredLoadIT {

    private static final Path DATA = Path.of("target/filter/data");

    private static final String FILE = """
            amount,state,status
            100,done,paid
            200,done,lost
            300,open,current
            400,open,
            -5,done,paid
            """;

    @TempDir
    Path directory;

    @Autowired
    DatasetLoader loader;

    @Autowired
    DatasetLoads loads;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private String dataset = "";

    @BeforeEach
    void name() {
        dataset = "filter_" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void rowsThatAreLeftOutAreCountedWhereverALoadIsShown() throws IOException {
        define("state = \"done\"");

        DatasetLoad load = load(FILE).load();

        assertThat(load.state()).isEqualTo(LoadState.COMPLETE);
        assertThat(load.figures().rowsRead()).isEqualTo(5);
        assertThat(load.figures().rowsStored()).isEqualTo(2);
        assertThat(load.figures().rowsLeftOut()).isEqualTo(2);
        assertThat(load.figures().rowsQuarantined()).isEqualTo(1);
        assertThat(loads.findById(load.id()).orElseThrow().figures()).isEqualTo(load.figures());
        assertThat(jdbc.queryForList(
                        "SELECT row_no FROM " + dataset + "_rows WHERE load_id = ? ORDER BY row_no",
                        Long.class,
                        load.id()))
                .containsExactly(1L, 2L);
        String outcome = "loaded with 2 rows left out and 1 rows set aside";
        assertThat(get("/api/v1/loads/" + load.id(), MediaType.APPLICATION_JSON))
                .contains("\"rowsLeftOut\":2")
                .contains(outcome);
        assertThat(get("/api/v1/loads/" + load.id() + "/validation", MediaType.TEXT_HTML))
                .contains("rows left out, 40 %")
                .contains("kept where state &#x3D; &quot;done&quot;")
                .contains(outcome);
    }

    @Test
    void anotherFilterIsAnotherLoad() throws IOException {
        define("state = \"done\" and amount >= 0");
        DatasetLoad first = load(FILE).load();
        assertThat(load(FILE).alreadyLoaded()).isTrue();

        define("state = \"done\" and amount >= 150");
        DatasetLoad second = load(FILE).load();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.figures().rowsStored()).isEqualTo(1);
    }

    @Test
    void aFilterThatKeepsNothingRefusesTheFile() throws IOException {
        define("amount > 1000");

        LoadRejectedException rejected = catchThrowableOfType(LoadRejectedException.class, () -> load(FILE));

        assertThat(rejected).hasMessageContaining("rows.where of the definition is true of none of its 5 rows");
        DatasetLoad load = loads.findById(rejected.loadId()).orElseThrow();
        assertThat(load.state()).isEqualTo(LoadState.REJECTED);
        assertThat(load.figures().rowsLeftOut()).isEqualTo(5);
        assertThat(load.figures().rowsRead()).isEqualTo(5);
    }

    private String get(String path, MediaType type) {
        return String.valueOf(RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .accept(type)
                .retrieve()
                .body(String.class));
    }

    private LoadOutcome load(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("loans.csv"), content);
        return loader.load(new LoadRequest(dataset, SourceFile.of(file, DataOrigin.FILE), null), new LoadProgress());
    }

    private void define(String where) throws IOException {
        Path folder = Files.createDirectories(DATA.resolve(dataset));
        Files.writeString(folder.resolve("dataset.yaml"), """
                name: %s
                version: 1
                source: {file: loans.csv}
                quarantine-limit: 0.5
                positive-label: paid
                columns:
                  - {name: amount, type: integer, range: [0, 10000]}
                  - {name: state, type: nominal, categories: [open, done], role: ignored}
                  - {name: status, type: boolean, categories: [lost, paid], role: target}
                rows: {where: '%s'}
                """.formatted(dataset, where));
    }
}
