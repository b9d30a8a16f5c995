package io.loanflow.preprocessing.load;

import io.loanflow.contracts.dataset.BigTable;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.contracts.dataset.SplitRule;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.ingestion.SelectedLoad;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Reads complete loads as a stream, in the order of their row numbers, so that the same load always gives the same batches. A
 * query asks for a range of row numbers: InnoDB reads its primary key in that order anyway, and ColumnStore, which has neither
 * key nor order, sorts no more than a range at a time.
 */
@Component
public class LoadReader {

    /** Row numbers in a query: many enough that queries cost nothing, few enough to sort in little memory. */
    private static final long RANGE = 1 << 18;

    /** Any number makes the driver stream; it reads so many rows from the socket at a time. */
    private static final int FETCH_ROWS = 1024;

    private static final String LEDGER_QUERY = "SELECT l." + BigTable.LEDGER_DATASET + ", l." + BigTable.LEDGER_STATE
            + ", d." + BigTable.DEFINITION_DIGEST + ", d." + BigTable.DEFINITION_TEXT
            + " FROM " + BigTable.LEDGER + " l LEFT JOIN " + BigTable.DEFINITIONS + " d ON d."
            + BigTable.DEFINITION_DIGEST + " = l." + BigTable.LEDGER_DEFINITION
            + " WHERE l." + BigTable.LEDGER_ID + " = ?";

    private final DataSource database;

    public LoadReader(DataSource database) {
        this.database = database;
    }

    /**
     * The definition that all loads of a reference were made with.
     *
     * @throws LoadUnavailableException if the ledger knows no such load of the data set, or it is not complete, or it is older than
     *     the keeping of definitions, or was made with another definition than the others
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException if the definition is none any more
     */
    public StoredDefinition definition(DatasetRef load) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(LEDGER_QUERY)) {
            StoredDefinition first = null;
            for (SelectedLoad selected : load.loads()) {
                StoredDefinition definition = definition(query, new LoadOf(load.dataset(), selected));
                if (first != null && !first.digest().equals(definition.digest())) {
                    throw new LoadOf(load.dataset(), selected)
                            .unavailable("was made with another definition than the load before it");
                }
                first = definition;
            }
            return Objects.requireNonNull(first, "a reference names a load");
        } catch (SQLException e) {
            throw failed(load, e);
        }
    }

    private static StoredDefinition definition(PreparedStatement query, LoadOf load) throws SQLException {
        query.setLong(1, load.id());
        try (ResultSet ledger = query.executeQuery()) {
            if (!ledger.next()) {
                throw load.unavailable("is unknown to the ledger");
            }
            if (!load.dataset().equals(ledger.getString(1))) {
                throw load.unavailable("belongs to data set " + ledger.getString(1));
            }
            if (!BigTable.COMPLETE.equals(ledger.getString(2))) {
                throw load.unavailable("is " + ledger.getString(2) + ", not " + BigTable.COMPLETE);
            }
            String text = ledger.getString(4);
            if (text == null) {
                throw load.unavailable("was made before definitions were kept with loads");
            }
            String where = "the definition of load " + load.id();
            return new StoredDefinition(ledger.getString(3), text, DatasetDefinitionReader.read(text, where));
        }
    }

    /**
     * Gives every row once, load after load.
     *
     * @param categories what the values of columns stand for; more are added as they are met in open columns
     * @throws io.loanflow.preprocessing.fit.UnfittableColumnException if an open column has too many categories
     * @throws LoadUnavailableException if the rows are not those that the reference and the definition describe
     */
    public void read(DatasetRef load, DatasetDefinition definition, CategoryCodes categories, RowConsumer consumer) {
        StoredColumn[] columns = IntStream.range(0, definition.columns().size())
                .mapToObj(i -> stored(definition, i, categories))
                .toArray(StoredColumn[]::new);
        try (Connection connection = database.getConnection()) {
            FileParts parts = FileParts.of(connection, load);
            Table table = new Table(definition, columns, parts);
            for (SelectedLoad selected : load.loads()) {
                consumer.beginLoad();
                read(connection, new LoadOf(load.dataset(), selected), table, consumer);
            }
        } catch (SQLException e) {
            throw failed(load, e);
        }
    }

    private static StoredColumn stored(DatasetDefinition definition, int index, CategoryCodes categories) {
        Column column = definition.columns().get(index);
        SplitRule split = definition.split();
        boolean splits = split != null && split.column().equals(column.name());
        return new StoredColumn(column, index, categories, splits);
    }

    private static void read(Connection connection, LoadOf load, Table table, RowConsumer consumer)
            throws SQLException {
        DatasetDefinition definition = table.definition();
        long rows = 0;
        long last = lastRow(connection, load, definition);
        try (PreparedStatement query = connection.prepareStatement(rowQuery(table))) {
            query.setFetchSize(FETCH_ROWS);
            query.setLong(1, load.id());
            for (long first = 1; first <= last; first += RANGE) {
                query.setLong(2, first);
                query.setLong(3, first + RANGE);
                rows += readRange(query, load, table, consumer);
            }
        }
        if (rows != load.selected().rows()) {
            throw load.unavailable("has " + rows + " rows in " + BigTable.nameFor(definition) + " instead of "
                    + load.selected().rows());
        }
    }

    private static long readRange(PreparedStatement query, LoadOf load, Table table, RowConsumer consumer)
            throws SQLException {
        StoredColumn[] columns = table.columns();
        double[] values = new double[columns.length];
        long rows = 0;
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = columns[i].read(row);
                }
                consumer.accept(values, table.parts().of(load.id(), row.getLong(columns.length + 1)));
                rows++;
            }
        }
        return rows;
    }

    /** 0 if there is no row. */
    private static long lastRow(Connection connection, LoadOf load, DatasetDefinition definition) throws SQLException {
        String sql = "SELECT MAX(" + BigTable.ROW_NUMBER + ") FROM " + BigTable.nameFor(definition) + " WHERE "
                + BigTable.LOAD_ID + " = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, load.id());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static String rowQuery(Table table) {
        String columns =
                Arrays.stream(table.columns()).map(StoredColumn::selected).collect(Collectors.joining(", "));
        return "SELECT " + columns + ", " + BigTable.ROW_NUMBER + " FROM " + BigTable.nameFor(table.definition())
                + " WHERE " + BigTable.LOAD_ID
                + " = ? AND " + BigTable.ROW_NUMBER + " >= ? AND " + BigTable.ROW_NUMBER + " < ? ORDER BY "
                + BigTable.ROW_NUMBER;
    }

    private static DataAccessResourceFailureException failed(DatasetRef load, SQLException cause) {
        return new DataAccessResourceFailureException(
                "cannot read load " + load.loadId() + " of data set " + load.dataset() + " from the database: "
                        + cause.getMessage(),
                cause);
    }

    /** What loads are read from. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Table(DatasetDefinition definition, StoredColumn[] columns, FileParts parts) {}

    /** One of the loads that are read. */
    private record LoadOf(String dataset, SelectedLoad selected) {

        long id() {
            return selected.loadId();
        }

        LoadUnavailableException unavailable(String problem) {
            return new LoadUnavailableException(
                    "load " + id() + " of data set " + dataset + " " + problem + ". Load the file again.");
        }
    }
}
