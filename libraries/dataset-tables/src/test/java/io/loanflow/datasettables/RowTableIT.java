package io.loanflow.datasettables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.localservers.DatabaseAccount;
import io.loanflow.testsupport.MariaDbExtension;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RowTableIT {

    private static final String DEFINITION = """
            name: cats
            version: 1
            title: Cats
            description: Cats
            source: {file: cats.csv}
            quarantine-limit: 0.1
            positive-label: "yes"
            columns:
              - {name: weight, description: Weight, type: real, role: feature}
              - {name: lives, description: "Lives left, at most 'nine' 🐈 \\\\", unit: lives, type: integer, role: feature}
              - {name: breed, description: Breed, type: nominal, categories: [Maine Coon, "a\\\\b"], role: feature}
              - {name: tame, description: Tame, type: boolean, categories: ["no", "yes"], role: target}
            """;

    @RegisterExtension
    static final MariaDbExtension DATABASE = new MariaDbExtension();

    private final DatasetDefinition definition = DatasetDefinitionReader.read(DEFINITION, "cats");
    private final RowTable table = new RowTable(definition, TableEngine.AUTO);
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(
                DATABASE.jdbcUrl() + "?allowLocalInfile=true", DATABASE.user(), DATABASE.password());
    }

    @AfterEach
    void drop() throws SQLException {
        execute("DROP TABLE IF EXISTS cats_rows, wide_rows");
        connection.close();
    }

    @Test
    void anAccountThatMayMakeTablesOnlyIsGivenRightsOnWhatItMade() throws SQLException {
        try (Connection ingestion = connect(DatabaseAccount.INGESTION);
                Connection preprocessing = connect(DatabaseAccount.PREPROCESSING);
                Connection serving = connect(DatabaseAccount.SERVING)) {
            table.prepare(ingestion);
            table.prepare(ingestion);

            assertThat(table.store(
                            ingestion,
                            1,
                            new ByteArrayInputStream("1\t4.5\t9\tMaine Coon\tyes\n".getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(1);
            new RowView(definition).replace(ingestion, Map.of(1L, "FILE"));
            new RowView(definition).replace(ingestion, Map.of(1L, "FILE"));
            assertThat(table.count(preprocessing, 1)).isEqualTo(1);
            assertThatThrownBy(() -> table.delete(preprocessing, 1)).hasMessageContaining("denied");
            assertThatThrownBy(() -> table.count(serving, 1)).hasMessageContaining("denied");
            table.delete(ingestion, 1);
        } finally {
            execute("DROP VIEW IF EXISTS cats");
        }
    }

    private static Connection connect(DatabaseAccount account) throws SQLException {
        return DriverManager.getConnection(
                DATABASE.jdbcUrl() + "?allowLocalInfile=true", account.user(), DATABASE.password(account));
    }

    @Test
    void theDefinitionMakesTheTable() {
        assertThat(table.createStatement(TableEngine.INNODB)).isEqualTo("""
                        CREATE TABLE IF NOT EXISTS `cats_rows` (
                            `load_id` bigint,
                            `row_no` bigint,
                            `weight` double,
                            `lives` bigint COMMENT 'Lives left, at most \u2019nine\u2019   / (lives)',
                            `breed` varchar(255),
                            `tame` varchar(255),
                            PRIMARY KEY (load_id, row_no)
                        ) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin""");
        assertThat(table.createStatement(TableEngine.COLUMNSTORE))
                .endsWith("ENGINE = Columnstore DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin")
                .doesNotContain("KEY");
    }

    @Test
    void rowsOfALoadAreStoredCountedAndRemoved() throws SQLException {
        table.prepare(connection);
        table.prepare(connection);

        assertThat(store(5, "1\t4.5\t9\tMaine Coon\tyes\n2\t\\N\t\\N\ta\\\\b\tno\n"))
                .isEqualTo(2);
        assertThat(store(6, "1\t3\t9\tMaine Coon\tno\n")).isEqualTo(1);

        assertThat(table.count(connection, 5)).isEqualTo(2);
        table.delete(connection, 5);
        assertThat(table.count(connection, 5)).isZero();
        assertThat(table.count(connection, 6)).isEqualTo(1);
    }

    @Test
    void theViewShowsRowsOfTheLoadsThatItNames() throws SQLException {
        table.prepare(connection);
        store(5, "1\t4.5\t9\tMaine Coon\tyes\n2\t3\t8\tMaine Coon\tno\n");
        store(6, "1\t3\t9\tMaine Coon\tno\n");
        store(7, "1\t5\t7\tMaine Coon\tno\n");
        RowView view = new RowView(definition);
        assertThat(view.isTaken(connection)).isFalse();
        view.replace(connection, Map.of(5L, "FILE"));
        view.replace(connection, Map.of(5L, "FILE", 7L, "OUTCOMES"));

        assertThat(view.isTaken(connection)).isFalse();
        assertThat(texts("SELECT CONCAT_WS(' ', load_id, load_origin, row_no, lives, tame) FROM cats"
                        + " ORDER BY load_id, row_no"))
                .containsExactly("5 FILE 1 9 yes", "5 FILE 2 8 no", "7 OUTCOMES 1 7 no");
        assertThat(texts("SELECT COLUMN_COMMENT FROM information_schema.COLUMNS WHERE TABLE_NAME = 'cats_rows'"
                        + " AND COLUMN_NAME = 'lives'"))
                .containsExactly("Lives left, at most \u2019nine\u2019   / (lives)");
        execute("DROP VIEW cats");
        execute("CREATE TABLE cats (a int)");
        assertThat(view.isTaken(connection)).isTrue();
        execute("DROP TABLE cats");
    }

    @Test
    void aToolThatReadsTheViewInATransactionDoesNotHoldUpALoad() throws SQLException {
        table.prepare(connection);
        RowView view = new RowView(definition);
        view.replace(connection, Map.of(5L, "FILE"));
        try (Connection tool = DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password())) {
            tool.setAutoCommit(false);
            try (Statement read = tool.createStatement();
                    ResultSet rows = read.executeQuery("SELECT COUNT(*) FROM cats")) {
                assertThat(rows.next()).isTrue();
            }

            assertThatThrownBy(() -> view.replace(connection, Map.of(6L, "FILE")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Lock wait timeout");
            tool.rollback();
        }
        view.replace(connection, Map.of(6L, "FILE"));
        execute("DROP VIEW cats");
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }

    @Test
    void aValueThatTheServerChangesIsAnError() throws SQLException {
        table.prepare(connection);

        assertThatThrownBy(() -> store(7, "1\theavy\t9\tMaine Coon\tyes\n"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("cats_rows");
        assertThatThrownBy(() -> store(8, "1\t1\t9\tMaine Coon\tyes\n1\t1\t9\tMaine Coon\tyes\n"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void aTableThatLacksAColumnSaysHowToAddIt() throws SQLException {
        table.prepare(connection);
        execute("ALTER TABLE cats_rows DROP COLUMN breed");

        assertThatThrownBy(() -> table.prepare(connection))
                .isInstanceOf(TableUnfitException.class)
                .hasMessageContaining("ALTER TABLE `cats_rows` ADD COLUMN `breed` varchar(255)");

        execute("ALTER TABLE `cats_rows` ADD COLUMN `breed` varchar(255)");
        table.prepare(connection);
    }

    @Test
    void aTableWithAnotherTypeSaysHowToMoveItAway() throws SQLException {
        table.prepare(connection);
        execute("ALTER TABLE cats_rows MODIFY lives varchar(10)");

        assertThatThrownBy(() -> table.prepare(connection))
                .isInstanceOf(TableUnfitException.class)
                .hasMessageContaining("column lives as varchar(10), but the definition needs bigint")
                .hasMessageContaining("RENAME TABLE `cats_rows` TO `cats_rows_old`");
    }

    @Test
    void fiveHundredColumnsOfAnyKindAreStored() throws SQLException {
        RowTable wide = new RowTable(wide(500, List.of("yes", "no", "not known")), TableEngine.AUTO);
        String row = "1" + "\t1.5\t-7\tnot known\tно".repeat(125) + "\tyes\n";

        wide.prepare(connection);
        wide.prepare(connection);
        long stored = wide.store(connection, 1, new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8)));

        assertThat(stored).isEqualTo(1);
        assertThat(wide.count(connection, 1)).isEqualTo(1);
    }

    @Test
    void manyColumnsOfLongCategoriesAreStored() throws SQLException {
        String longest = "a very_long category_".repeat(12);
        DatasetDefinition texts = definition(300, column -> category(column, List.of("short", longest)));
        RowTable wide = new RowTable(texts, TableEngine.AUTO);
        String row = "1" + ("\t" + longest).repeat(300) + "\tyes\n";

        wide.prepare(connection);
        wide.prepare(connection);

        assertThat(wide.store(connection, 1, new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(1);
    }

    @Test
    void moreThanTheEngineHoldsIsSaidWithTheNumberBeforeTheTableIsMade() {
        DatasetDefinition numbers = definition(1_100, column -> number(column, "real"));
        DatasetDefinition texts = definition(500, column -> category(column, List.of("x".repeat(40), "y")));

        assertThatThrownBy(() -> new RowTable(numbers, TableEngine.INNODB).prepare(connection))
                .isInstanceOf(TableUnfitException.class)
                .hasMessage("table wide_rows cannot be made: data set wide needs 1,103, and InnoDB holds 1,017, columns"
                        + " with the table's own 2; leave columns out of the definition");
        assertThatThrownBy(() -> new RowTable(texts, TableEngine.INNODB).prepare(connection))
                .isInstanceOf(TableUnfitException.class)
                .hasMessageContaining(
                        "needs 21,083, and InnoDB holds 8,000, bytes for a row of the longest categories");
    }

    @Test
    void aTableOfAnotherVersionWhoseTextsAreWiderKeepsWorking() throws SQLException {
        DatasetDefinition before = definition(60, column -> category(column, List.of("a", "b")));
        DatasetDefinition after = definition(70, column -> category(column, List.of("a", "b")));
        new RowTable(before, TableEngine.AUTO).prepare(connection);
        for (int column = 60; column < 63; column++) {
            execute("ALTER TABLE wide_rows ADD COLUMN c" + column + " varchar(255)");
        }
        for (int column = 63; column < 70; column++) {
            execute("SET STATEMENT innodb_strict_mode = OFF FOR ALTER TABLE wide_rows ADD COLUMN c" + column
                    + " varchar(1)");
        }

        new RowTable(after, TableEngine.AUTO).prepare(connection);

        DatasetDefinition longer = definition(70, column -> category(column, List.of("a", "bb")));
        assertThatThrownBy(() -> new RowTable(longer, TableEngine.AUTO).prepare(connection))
                .isInstanceOf(TableUnfitException.class)
                .hasMessageContaining("column c63 as varchar(1), but the definition needs varchar(2)");
    }

    /** Real, integer, nominal and nominal of another alphabet in turns. */
    private static DatasetDefinition wide(int columns, List<String> categories) {
        return definition(columns, column -> switch (column % 4) {
            case 0 -> number(column, "real");
            case 1 -> number(column, "integer");
            case 2 -> category(column, categories);
            default -> category(column, List.of("да", "но"));
        });
    }

    private static String number(int column, String type) {
        return "  - {name: c" + column + ", description: C, type: " + type + ", role: feature}\n";
    }

    private static String category(int column, List<String> categories) {
        return "  - {name: c" + column + ", description: C, type: nominal, role: feature, categories: ['"
                + String.join("', '", categories) + "']}\n";
    }

    private static DatasetDefinition definition(int columns, IntFunction<String> column) {
        String yaml = """
                name: wide
                version: 1
                title: Wide
                description: Wide
                source: {file: wide.csv}
                quarantine-limit: 0.1
                positive-label: "yes"
                columns:
                """ + IntStream.range(0, columns).mapToObj(column).collect(Collectors.joining())
                + "  - {name: target, description: T, type: boolean, categories: ['no', 'yes'], role: target}\n";
        return DatasetDefinitionReader.read(yaml, "wide");
    }

    @Test
    void aColumnThatTheDefinitionNoLongerHasMayStay() throws SQLException {
        table.prepare(connection);
        execute("ALTER TABLE cats_rows ADD COLUMN former int");

        table.prepare(connection);

        assertThat(store(9, "1\t4.5\t9\tMaine Coon\tyes\n")).isEqualTo(1);
    }

    @Test
    void anEngineThatTheServerLacksIsRefused() {
        assertThatThrownBy(() -> new RowTable(definition, TableEngine.COLUMNSTORE).prepare(connection))
                .isInstanceOf(TableUnfitException.class)
                .hasMessageContaining("LOANFLOW_TABLE_ENGINE");
    }

    @Test
    void anotherEngineThanTheConfiguredOneIsRefused() throws SQLException {
        table.prepare(connection);
        execute("ALTER TABLE cats_rows ENGINE = Aria");

        assertThatThrownBy(() -> new RowTable(definition, TableEngine.INNODB).prepare(connection))
                .isInstanceOf(TableUnfitException.class)
                .hasMessageContaining("stored by Aria");
    }

    @Test
    void oneConnectionAtATimeHoldsTheLock() throws SQLException {
        try (Connection other = DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password())) {
            assertThat(TableLock.tryAcquire(other, "cats_rows")).isTrue();
            assertThat(TableLock.tryAcquire(connection, "cats_rows")).isFalse();
            assertThat(TableLock.tryAcquire(connection, "dogs_rows")).isTrue();
        }
        assertThat(TableLock.tryAcquire(connection, "cats_rows")).isTrue();
    }

    private long store(long loadId, String rows) throws SQLException {
        return table.store(connection, loadId, new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
