package io.loanflow.ingestion.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.LoanFiles;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.load.DatasetLoader;
import io.loanflow.ingestion.load.LoadProgress;
import io.loanflow.ingestion.load.LoadRequest;
import io.loanflow.ingestion.source.SourceFile;
import io.loanflow.testsupport.MariaDbExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A load, from the call to the ledger's last word (hash, lock, check, quarantine, table, ledger), against a bare {@code LOAD DATA
 * LOCAL INFILE} of the same file into the same table, which checks nothing. Both in turn, into an empty table.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.temporal.start-workers=false",
            "spring.main.banner-mode=off",
            "loanflow.data-directory=../data",
            "loanflow.data-file=",
            "loanflow.table.engine=innodb"
        })
class IngestionBenchmark {

    private static final int ROWS = Integer.getInteger("benchmark.rows", 450_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);

    @RegisterExtension
    static final MariaDbExtension DATABASE = new MariaDbExtension();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", DATABASE::jdbcUrl);
        properties.add("spring.datasource.username", DATABASE::user);
        properties.add("spring.datasource.password", DATABASE::password);
    }

    @TempDir
    Path directory;

    @Autowired
    DatasetLoader loader;

    @Test
    void loadsAgainstBareLoadData() throws Exception {
        Path file = LoanFiles.writeBig(directory, ROWS);
        List<Double> bare = new ArrayList<>();
        List<Double> full = new ArrayList<>();
        load(file);
        for (int round = 0; round <= ROUNDS; round++) {
            double bareSeconds = seconds(() -> bareLoad(file));
            double fullSeconds = seconds(() -> load(file));
            if (round == 0) {
                continue;
            }
            bare.add(bareSeconds);
            full.add(fullSeconds);
            print(
                    "round %d: bare LOAD DATA %,.0f rows/s, load %,.0f rows/s",
                    round, ROWS / bareSeconds, ROWS / fullSeconds);
        }
        print(
                "%,d rows, medians of %d: bare LOAD DATA %,.0f rows/s, load %,.0f rows/s = %.0f %% (goal: 60 %%)",
                ROWS, ROUNDS, ROWS / median(bare), ROWS / median(full), 100 * median(bare) / median(full));
    }

    private interface Step {
        void run() throws Exception;
    }

    private double seconds(Step step) throws Exception {
        execute("TRUNCATE TABLE loan_rows");
        double javaBefore = processor(ProcessHandle.current());
        double serverBefore = server();
        long start = System.nanoTime();
        step.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        print(
                "  %.2f s; processor time: %.2f s this side, %.2f s the server",
                seconds, processor(ProcessHandle.current()) - javaBefore, server() - serverBefore);
        return seconds;
    }

    /** Seconds; tells what the machine's other work hides. */
    private static double processor(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    private static double server() {
        return ProcessHandle.current()
                .children()
                .mapToDouble(IngestionBenchmark::processor)
                .sum();
    }

    /** The rows of the load before are gone, so that it is done again. */
    private void load(Path file) {
        LoadRequest request = new LoadRequest("loan", SourceFile.of(file, DataOrigin.FILE), null);
        DatasetLoad load = loader.load(request, new LoadProgress()).load();
        assertThat(load.figures().rowsRead()).isEqualTo(ROWS);
    }

    private void bareLoad(Path file) throws SQLException, IOException {
        String columns =
                LoanFiles.definition().columns().stream().map(Column::name).collect(Collectors.joining(", "));
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                InputStream content = Files.newInputStream(file)) {
            statement.execute("SET @row = 0");
            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(content);
            long rows = statement.executeLargeUpdate("LOAD DATA LOCAL INFILE 'rows' INTO TABLE loan_rows"
                    + " FIELDS TERMINATED BY ',' LINES TERMINATED BY '\\n' IGNORE 1 LINES (" + columns
                    + ") SET load_id = 0, row_no = (@row := @row + 1)");
            assertThat(rows).isEqualTo(ROWS);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                DATABASE.jdbcUrl() + "?allowLocalInfile=true", DATABASE.user(), DATABASE.password());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
