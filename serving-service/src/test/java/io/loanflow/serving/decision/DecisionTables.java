package io.loanflow.serving.decision;

import io.loanflow.testsupport.MariaDbExtension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into a database. */
record DecisionTables(String url, String user, String password) {

    static DecisionTables of(MariaDbExtension database) {
        return new DecisionTables(database.jdbcUrl(), database.user(), database.password());
    }

    String[] settings() {
        return new String[] {
            "--loanflow.database.url=" + url,
            "--loanflow.database.user=" + user,
            "--loanflow.database.password=" + password,
            "--loanflow.decisions.ship-interval=100ms"
        };
    }

    void drop() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS loan_decisions, decision_shipment");
        }
    }

    /** The first column of each row; nothing while there is no table. */
    List<String> query(String sql) {
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
