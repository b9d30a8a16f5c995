package io.loanflow.datasettables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DecisionRowTableIT {

    @RegisterExtension
    static final MariaDbExtension DATABASE = new MariaDbExtension();

    private static final String OWN = "2026-05-03 12:00:00.123456\t7\trun\t" + "a".repeat(64) + "\t" + "b".repeat(64)
            + "\t0.1\t0.30000000000000004\t0.5\tno\t0\t\\N\t{}";

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(
                DATABASE.jdbcUrl() + "?allowLocalInfile=true", DATABASE.user(), DATABASE.password());
    }

    @AfterEach
    void drop() throws SQLException {
        execute("DROP TABLE IF EXISTS cats_decisions");
        connection.close();
    }

    @Test
    void decisionsOfManyDefinitionsLieInOneTable() throws SQLException {
        store(1, table("weight: real"), "one", "4.5");
        store(2, table("weight: real", "Score: integer"), "two", "4.5\t9");
        store(3, table("breed: nominal"), "three", "Maine Coon");

        assertThat(query("SELECT decision_id, weight, input_Score, breed, score, probability, shipment"
                        + " FROM cats_decisions ORDER BY shipment"))
                .containsExactly(
                        "one 4.5 null null 0.1 0.30000000000000004 1",
                        "two 4.5 9 null 0.1 0.30000000000000004 2",
                        "three null null Maine Coon 0.1 0.30000000000000004 3");
    }

    @Test
    void aDecisionIsThereOnce() throws SQLException {
        DecisionRowTable table = table("weight: real");
        store(1, table, "one", "4.5");

        assertThatThrownBy(() -> store(2, table, "one", "4.5")).isInstanceOf(SQLException.class);
    }

    @Test
    void whatAShipmentBroughtCanBeRemoved() throws SQLException {
        DecisionRowTable table = table("weight: real");
        store(1, table, "one", "4.5");
        store(2, table, "two", "4.5");

        table.delete(connection, 1);

        assertThat(query("SELECT decision_id FROM cats_decisions")).containsExactly("two");
    }

    @Test
    void aColumnThatChangedItsTypeIsRefused() throws SQLException {
        table("weight: real").prepare(connection);

        assertThatThrownBy(() -> table("weight: nominal").prepare(connection))
                .isInstanceOf(TableUnfitException.class)
                .hasMessageContaining("column weight as double, but the definition needs varchar(255)")
                .hasMessageContaining("RENAME TABLE `cats_decisions` TO `cats_decisions_old`");
    }

    private void store(long shipment, DecisionRowTable table, String id, String values) throws SQLException {
        table.prepare(connection);
        byte[] row = (id + "\t" + OWN + "\t" + values + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(table.store(connection, shipment, new ByteArrayInputStream(row)))
                .isEqualTo(1);
    }

    private static DecisionRowTable table(String... columns) {
        return new DecisionRowTable(definition(columns), TableEngine.AUTO);
    }

    private static DatasetDefinition definition(String... columns) {
        StringBuilder yaml = new StringBuilder("""
                name: cats
                version: 1
                title: Cats
                description: Cats
                source: {file: cats.csv}
                quarantine-limit: 0.1
                positive-label: "yes"
                columns:
                """);
        for (String column : columns) {
            String type = column.substring(column.indexOf(' ') + 1);
            yaml.append("  - {name: ").append(column, 0, column.indexOf(':'));
            yaml.append(", description: C, role: feature, type: ").append(type);
            yaml.append(type.equals("nominal") ? ", categories: [Maine Coon, Manx]}\n" : "}\n");
        }
        yaml.append("  - {name: tame, description: T, type: boolean, categories: ['no', 'yes'], role: target}\n");
        return DatasetDefinitionReader.read(yaml.toString(), "cats");
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder(String.valueOf(found.getString(1)));
                for (int column = 2; column <= columns; column++) {
                    row.append(' ').append(found.getString(column));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
