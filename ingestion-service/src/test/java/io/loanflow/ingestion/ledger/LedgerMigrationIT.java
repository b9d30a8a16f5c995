package io.loanflow.ingestion.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.MariaDbServer;
import io.loanflow.localservers.Passwords;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Ledgers of older versions are taken over with what they hold. */
class LedgerMigrationIT {

    private static final String CONTENT = "ab".repeat(32);

    @TempDir
    static Path directory;

    /** Not the one that other tests share: that one is migrated already. */
    private static MariaDbServer mariadb;

    @BeforeAll
    static void start() {
        mariadb = MariaDbServer.start(directory, FreePort.find(), Passwords.generate());
    }

    @AfterAll
    static void stop() {
        mariadb.close();
    }

    @Test
    void loadsFromBeforeDefinitionsWereKeptStayAndTheirFileCanBeLoadedAnew() {
        DriverManagerDataSource database =
                new DriverManagerDataSource(mariadb.url(), mariadb.user(), mariadb.password());
        FluentConfiguration ledger = Flyway.configure()
                .dataSource(database)
                .table("ingestion_schema_history")
                .locations("classpath:db/migration/ingestion")
                .baselineOnMigrate(true)
                .baselineVersion("0");
        JdbcTemplate jdbc = new JdbcTemplate(database);
        ledger.target("1").load().migrate();
        insert(jdbc, "");

        ledger.target("latest").load().migrate();

        assertThat(jdbc.queryForMap("SELECT state, definition_digest, files_path FROM dataset_load"))
                .containsEntry("state", "COMPLETE")
                .containsEntry("definition_digest", null)
                .containsEntry("files_path", null);
        insert(jdbc, ", definition_digest = '" + "cd".repeat(32) + "'");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM dataset_load", Long.class))
                .isEqualTo(2);
        assertThatThrownBy(() -> insert(jdbc, ", definition_digest = '" + "cd".repeat(32) + "'"))
                .isInstanceOf(DuplicateKeyException.class);
    }

    private static void insert(JdbcTemplate jdbc, String more) {
        jdbc.update("INSERT INTO dataset_load SET dataset = 'loan', definition_version = 1, sha256 = '" + CONTENT
                + "', origin = 'FILE', file_name = 'loans.csv', state = 'COMPLETE', attempt = 0, rows_read = 1,"
                + " rows_stored = 1, rows_quarantined = 0, expectations_evaluated = 0, expectations_failed = 0,"
                + " created_at = NOW(6), seconds = 1" + more);
    }
}
