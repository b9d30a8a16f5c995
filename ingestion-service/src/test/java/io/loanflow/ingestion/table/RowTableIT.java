package io.loanflow.ingestion.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.testsupport.MariaDbExtension;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
              - {name: lives, description: Lives, type: integer, role: feature}
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
        execute("DROP TABLE IF EXISTS cats_rows");
        connection.close();
    }

    @Test
    void theDefinitionMakesTheTable() {
        assertThat(table.createStatement(TableEngine.INNODB)).isEqualTo("""
                        CREATE TABLE IF NOT EXISTS `cats_rows` (
                            `load_id` bigint,
                            `row_no` bigint,
                            `weight` double,
                            `lives` bigint,
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
