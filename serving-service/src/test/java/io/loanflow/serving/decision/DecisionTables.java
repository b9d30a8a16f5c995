package io.loanflow.serving.decision;

import io.loanflow.datasettables.TableEngine;
import io.loanflow.testsupport.MariaDbExtension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks into a database. */
public record DecisionTables(String url, String user, String password, TableEngine engine) {

    private static final String COLUMNSTORE_DATABASE = "loanflow_serving_it";

    public static DecisionTables of(MariaDbExtension database) {
        return new DecisionTables(database.jdbcUrl(), database.user(), database.password(), TableEngine.INNODB);
    }

    /**
     * In a real ColumnStore.
     *
     * @param server JDBC URL with its user
     */
    static DecisionTables columnStore(String server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + COLUMNSTORE_DATABASE + " CHARACTER SET utf8mb4");
        }
        return new DecisionTables(
                server.replaceFirst("(//[^/?]+)(/[^?]*)?", "$1/" + COLUMNSTORE_DATABASE),
                "",
                "",
                TableEngine.COLUMNSTORE);
    }

    public String[] settings() {
        return new String[] {
            "--loanflow.database.url=" + url,
            "--loanflow.database.user=" + user,
            "--loanflow.database.password=" + password,
            "--loanflow.decisions.ship-interval=100ms",
            "--loanflow.table.engine=" + engine.name().toLowerCase(Locale.ROOT)
        };
    }

    void drop() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS loan_decisions, decision_shipment, refused_input");
        }
    }

    /** The first column of each row; nothing while there is no table. */
    public List<String> query(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        } catch (SQLException e) {
            return List.of();
        }
        return rows;
    }

    List<String> ids() {
        return query("SELECT decision_id FROM loan_decisions");
    }
}
