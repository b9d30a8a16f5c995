package io.loanflow.serving.decision;

import io.loanflow.serving.ServingSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Opens connections to the database that decisions are shipped to. No pool: a few an hour do, and none is needed to answer. */
@Component
class DecisionDatabase {

    private static final String CONNECT_MILLISECONDS = "5000";

    /** A server that is silent for so long is gone; storing a large file in ColumnStore may take a minute. */
    private static final String SILENCE_MILLISECONDS = "300000";

    private final ServingSettings.Database settings;

    DecisionDatabase(ServingSettings settings) {
        this.settings = settings.database();
    }

    Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("allowLocalInfile", "true");
        properties.setProperty("connectTimeout", CONNECT_MILLISECONDS);
        properties.setProperty("socketTimeout", SILENCE_MILLISECONDS);
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        Connection connection = DriverManager.getConnection(settings.url(), properties);
        try (Statement statement = connection.createStatement()) {
            // What the statements rely on, whatever the server's own settings are.
            statement.execute(
                    "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00'");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
