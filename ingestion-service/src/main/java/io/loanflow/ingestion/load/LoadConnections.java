package io.loanflow.ingestion.load;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.datasettables.RowTable;
import io.loanflow.datasettables.TableEngine;
import io.loanflow.ingestion.IngestionSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Opens a connection for one load. Not from the pool: it may send rows from this side, holds a lock until it is closed, and is
 * cut off when a load ends early.
 */
@Component
class LoadConnections {

    /** A server that is silent for so long is gone; removing the leftovers of a huge load may take minutes. */
    private static final String SILENCE_MILLISECONDS = "600000";

    /**
     * How long no row may be sent before the server gives a load up: many wrong rows may follow each other, and what is expected of
     * all rows is judged at the end. A client machine that vanishes holds the lock for as long.
     */
    private static final int LONGEST_PAUSE_SECONDS = 300;

    private final JdbcConnectionDetails database;
    private final TableEngine engine;

    LoadConnections(JdbcConnectionDetails database, IngestionSettings settings) {
        this.database = database;
        engine = settings.table().engine();
    }

    /** The table of a data set, as it is used through these connections. */
    RowTable table(DatasetDefinition definition) {
        return new RowTable(definition, engine);
    }

    Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("allowLocalInfile", "true");
        properties.setProperty("socketTimeout", SILENCE_MILLISECONDS);
        setIfGiven(properties, "user", database.getUsername());
        setIfGiven(properties, "password", database.getPassword());
        Connection connection = DriverManager.getConnection(database.getJdbcUrl(), properties);
        try (Statement statement = connection.createStatement()) {
            // What the statements of a load rely on, whatever the server's own setting is.
            statement.execute("SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'");
            statement.execute("SET SESSION net_read_timeout = " + LONGEST_PAUSE_SECONDS);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void setIfGiven(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
