package io.loanflow.localstack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.localservers.DatabaseAccount;
import io.loanflow.localstack.stack.Connections;
import io.loanflow.localstack.stack.StateDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each service's account may do in the database of a stack that has been at work, against the table in docs/safety.md. */
class DatabaseRightsIT {

    @RegisterExtension
    static final LocalStackExtension STACK = new LocalStackExtension();

    private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143, 1370);

    /** Each with a statement that changes nothing where it is allowed. */
    private enum Right {
        READ("read", "SELECT COUNT(*) FROM `%1$s` WHERE FALSE"),
        ADD("add", "INSERT INTO `%1$s` SELECT * FROM `%1$s` WHERE FALSE"),
        CHANGE("change", "UPDATE `%1$s` SET `%2$s` = `%2$s` WHERE FALSE"),
        REMOVE("remove", "DELETE FROM `%1$s` WHERE FALSE");

        private final String word;
        private final String statement;

        Right(String word, String statement) {
            this.word = word;
            this.statement = statement;
        }

        static Right of(String word) {
            return Arrays.stream(values())
                    .filter(right -> right.word.equals(word))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Connections connections;

    @BeforeAll
    static void haveAllTables() throws Exception {
        LoanflowProgram program = STACK.program();
        assertThat(program.run("run").code()).isZero();
        connections = new StateDirectory(program.state())
                .configuration()
                .orElseThrow()
                .connections();
        // The run asks for a prediction at its end.
        await().until(() -> tables().containsKey("loan_decisions"));
    }

    @ParameterizedTest
    @EnumSource
    void anAccountMayDoWhatTheTableInTheDocsSaysAndNothingElse(DatabaseAccount account) throws Exception {
        Map<String, Set<Right>> documented = documented(account);
        try (Connection connection = connect(account)) {
            for (Map.Entry<String, String> table : tables().entrySet()) {
                String name = table.getKey().replaceFirst("^.*(_rows|_decisions)$", "<dataset>$1");
                assertThat(documented).as("docs/safety.md").containsKey(name);
                assertThat(rights(connection, table.getKey(), table.getValue()))
                        .as("%s on %s", account.user(), table.getKey())
                        .isEqualTo(documented.get(name));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyDropsTablesReadsFilesOrGivesRightsAway(DatabaseAccount account) throws Exception {
        try (Connection connection = connect(account)) {
            for (String refused : List.of(
                    "DROP TABLE ledger_entry",
                    "TRUNCATE TABLE ledger_entry",
                    "ALTER TABLE ledger_entry ADD COLUMN more INT",
                    "CREATE OR REPLACE TABLE ledger_entry (number BIGINT)",
                    "RENAME TABLE ledger_entry TO other",
                    "DROP TABLE loan_rows",
                    "DROP PROCEDURE share_tables",
                    "CREATE USER intruder",
                    "SELECT * FROM mysql.global_priv",
                    "SELECT 1 INTO OUTFILE '/tmp/intruder'",
                    "GRANT SELECT ON ledger_entry TO loanflow_preprocessing")) {
                assertThatThrownBy(() -> execute(connection, refused))
                        .as("%s: %s", account.user(), refused)
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(denied|no such grant).*");
            }
        }
    }

    /** Whoever may have a table shared may not have others given to itself. */
    @Test
    void aTableOfAnotherServicesNameIsNotGivenAwayAsAView() throws Exception {
        try (Connection owner = owner();
                Connection ingestion = connect(DatabaseAccount.INGESTION)) {
            try {
                execute(ingestion, "CREATE TABLE ledger_entry_rows (n INT)");
                execute(ingestion, "CREATE TABLE loan_decisions_rows (n INT)");
                execute(ingestion, "CALL share_tables()");

                assertThatThrownBy(() -> execute(ingestion, "DROP VIEW ledger_entry"))
                        .hasMessageContaining("denied");
                assertThatThrownBy(() -> execute(ingestion, "DROP TABLE ledger_entry"))
                        .hasMessageContaining("denied");
                assertThatThrownBy(() -> execute(ingestion, "DROP TABLE loan_decisions"))
                        .hasMessageContaining("denied");
            } finally {
                execute(owner, "DROP TABLE IF EXISTS ledger_entry_rows, loan_decisions_rows");
            }
        }
    }

    private static Set<Right> rights(Connection connection, String table, String column) throws SQLException {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (Right right : Right.values()) {
            try {
                execute(connection, right.statement.formatted(table, column));
                rights.add(right);
            } catch (SQLException e) {
                if (!DENIED.contains(e.getErrorCode())) {
                    throw e;
                }
            }
        }
        return rights;
    }

    /** Of each table as the document names it. */
    private static Map<String, Set<Right>> documented(DatabaseAccount account) throws Exception {
        List<String[]> lines = Files.readAllLines(Path.of("../docs/safety.md")).stream()
                .dropWhile(line -> !line.startsWith("| Table | `" + DatabaseAccount.INGESTION.user()))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .toList();
        int cell = Arrays.stream(lines.get(0)).map(String::strip).toList().indexOf("`" + account.user() + "`");
        Map<String, Set<Right>> rights = new HashMap<>();
        for (String[] line : lines.subList(2, lines.size())) {
            Set<Right> granted = EnumSet.noneOf(Right.class);
            Arrays.stream(line[cell].split(",", -1))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .map(Right::of)
                    .forEach(granted::add);
            rights.put(line[1].strip().replace("`", ""), granted);
        }
        return rights;
    }

    /** All that are there, each with one of its columns. */
    private static Map<String, String> tables() throws SQLException {
        Map<String, String> tables = new HashMap<>();
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SELECT t.TABLE_NAME, MIN(c.COLUMN_NAME)"
                        + " FROM information_schema.TABLES t JOIN information_schema.COLUMNS c USING (TABLE_SCHEMA, TABLE_NAME)"
                        + " WHERE t.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE = 'BASE TABLE' GROUP BY t.TABLE_NAME")) {
            while (rows.next()) {
                tables.put(rows.getString(1), rows.getString(2));
            }
        }
        return tables;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                connections.databaseUrl(), connections.databaseUser(), connections.databasePassword());
    }

    private static Connection connect(DatabaseAccount account) throws SQLException {
        return DriverManager.getConnection(
                connections.databaseUrl(),
                account.user(),
                Objects.requireNonNull(connections.databasePasswords()).get(account));
    }
}
