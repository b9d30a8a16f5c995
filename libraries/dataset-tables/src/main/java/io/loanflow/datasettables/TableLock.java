package io.loanflow.datasettables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One loader per table, on whatever machine. The server frees the lock when the holder's connection ends and all it did is
 * stored or undone: whoever gets it knows that the former holder is gone.
 */
public final class TableLock {

    private static final String NAME = "CONCAT('loanflow:', MD5(CONCAT(DATABASE(), '/', ?)))";
    private static final String ACQUIRE = "SELECT GET_LOCK(" + NAME + ", ?)";
    private static final String RELEASE = "SELECT RELEASE_LOCK(" + NAME + ")";

    private static final int WAIT_SECONDS = 1;

    private TableLock() {}

    /** Waits a second at most; true once this connection holds the lock, until it is closed or {@link #release}s it. */
    public static boolean tryAcquire(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACQUIRE)) {
            statement.setString(1, table);
            statement.setInt(2, WAIT_SECONDS);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getInt(1) == 1;
            }
        }
    }

    /** Frees it, so that this connection can go on to another table. */
    public static void release(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            statement.setString(1, table);
            statement.execute();
        }
    }
}
