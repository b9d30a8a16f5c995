package io.loanflow.datasettables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rights on a table that somebody has just made. An account that may make tables and no more asks the database's procedure for them, which
 * gives each service its own; where there is no such procedure, the account has rights on the whole database.
 */
final class TableRights {

    private static final String PROCEDURE = "share_tables";

    private static final String LACKS = "SELECT NOT EXISTS (SELECT 1 FROM information_schema.SCHEMA_PRIVILEGES"
            + " WHERE TABLE_SCHEMA = DATABASE() AND PRIVILEGE_TYPE = 'INSERT')"
            + " AND NOT EXISTS (SELECT 1 FROM information_schema.TABLE_PRIVILEGES"
            + " WHERE TABLE_SCHEMA = DATABASE() AND PRIVILEGE_TYPE = 'INSERT' AND TABLE_NAME = ?)";

    private static final String MAY_ASK = "SELECT EXISTS (SELECT 1 FROM information_schema.ROUTINES"
            + " WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_NAME = ?)";

    private TableRights() {}

    /** Does nothing where the account has them. */
    static void ask(Connection connection, String table) throws SQLException {
        if (holds(connection, LACKS, table) && holds(connection, MAY_ASK, PROCEDURE)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CALL " + PROCEDURE + "()");
            }
        }
    }

    private static boolean holds(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
