package io.loanflow.ingestion.load;

import io.loanflow.datasettables.RowTable;
import io.loanflow.datasettables.RowView;
import io.loanflow.datasettables.TableLock;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A data set's table on a connection that holds its lock, until closed. */
final class LockedTable implements AutoCloseable {

    private final Connection connection;
    private final RowTable table;

    private LockedTable(Connection connection, RowTable table) {
        this.connection = connection;
        this.table = table;
    }

    /**
     * Waits until no other load of the data set runs.
     *
     * @throws LoadCancelledException if the load is not wanted any more and the lock is not free
     */
    static LockedTable open(LoadConnections connections, RowTable table, LoadProgress progress) throws SQLException {
        Connection connection = connections.open();
        try {
            while (!TableLock.tryAcquire(connection, table.name())) {
                progress.requireWanted();
            }
            return new LockedTable(connection, table);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    void prepare() throws SQLException {
        table.prepare(connection);
    }

    long store(long loadId, InputStream rows) throws SQLException {
        return table.store(connection, loadId, rows);
    }

    long count(long loadId) throws SQLException {
        return table.count(connection, loadId);
    }

    void delete(long loadId) throws SQLException {
        table.delete(connection, loadId);
    }

    /** Makes the data set's view show these loads, unless a table has its name. */
    boolean show(RowView view, Map<Long, String> origins) throws SQLException {
        if (view.isTaken(connection)) {
            return false;
        }
        view.replace(connection, origins);
        return true;
    }

    /** Cuts the connection, whatever it is doing; the server undoes or keeps what it has, and frees the lock. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot cut a connection to the database", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
