package io.loanflow.preprocessing.load;

import io.loanflow.contracts.dataset.BigTable;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.ingestion.SelectedLoad;
import io.loanflow.preprocessing.Definitions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Loads in a database, stored as {@link BigTable} says. Values are written without quotes; an empty one is missing. A column store
 * promises no order, so its rows are stored in a random one.
 */
public final class StoredLoads {

    private final DataSource database;
    private final boolean columnStore;
    private long lastId;

    public StoredLoads(String url, String user, String password) throws SQLException {
        this(url, user, password, false);
    }

    public static StoredLoads inColumnStore(String url, String user, String password) throws SQLException {
        return new StoredLoads(url, user, password, true);
    }

    private StoredLoads(String url, String user, String password, boolean columnStore) throws SQLException {
        this.columnStore = columnStore;
        MariaDbDataSource source = new MariaDbDataSource(url + "?allowLocalInfile=true&useServerPrepStmts=true");
        source.setUser(user);
        source.setPassword(password);
        database = source;
    }

    /** Loads that are learnt from together; the last is the newest. */
    public static DatasetRef selection(DatasetRef... loads) {
        DatasetRef newest = loads[loads.length - 1];
        List<SelectedLoad> selected = Arrays.stream(loads)
                .map(load -> new SelectedLoad(load.loadId(), load.rows(), load.sha256(), load.origin()))
                .toList();
        return new DatasetRef(
                newest.dataset(),
                newest.definitionVersion(),
                newest.definitionDigest(),
                newest.loadId(),
                selected.stream().mapToLong(SelectedLoad::rows).sum(),
                "of all",
                newest.origin(),
                selected);
    }

    public DataSource database() {
        return database;
    }

    /** Empties the ledger and the table of this data set, or makes them. */
    public void create(DatasetDefinition definition) throws SQLException {
        String columns = definition.columns().stream()
                .map(column -> "`" + column.name() + "` " + sqlType(column))
                .collect(Collectors.joining(", "));
        execute("CREATE TABLE IF NOT EXISTS " + BigTable.LEDGER + " (" + BigTable.LEDGER_ID + " BIGINT PRIMARY KEY, "
                + BigTable.LEDGER_DATASET + " VARCHAR(40), " + BigTable.LEDGER_STATE + " VARCHAR(20), "
                + BigTable.LEDGER_DEFINITION + " CHAR(64), " + BigTable.LEDGER_TEST_ROWS + " TEXT) ENGINE = InnoDB");
        execute("DELETE FROM " + BigTable.LEDGER);
        execute("CREATE TABLE IF NOT EXISTS " + BigTable.DEFINITIONS + " (" + BigTable.DEFINITION_DIGEST
                + " CHAR(64) PRIMARY KEY, " + BigTable.DEFINITION_TEXT + " LONGTEXT) ENGINE = InnoDB"
                + " DEFAULT CHARACTER SET = utf8mb4");
        keep(Definitions.text(definition));
        execute("DROP TABLE IF EXISTS " + BigTable.nameFor(definition));
        execute("CREATE TABLE " + BigTable.nameFor(definition) + " (" + BigTable.LOAD_ID + " BIGINT, "
                + BigTable.ROW_NUMBER + " BIGINT, " + columns
                + (columnStore
                        ? ") ENGINE = Columnstore"
                        : ", PRIMARY KEY (" + BigTable.LOAD_ID + ", " + BigTable.ROW_NUMBER + "))")
                + " DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin");
    }

    /** Stores a file with a header so many times over, as one complete load. */
    public DatasetRef storeFile(DatasetDefinition definition, Path csv, int times) throws IOException, SQLException {
        List<String> lines = Files.readAllLines(csv);
        return store(definition, lines.subList(1, lines.size()), times);
    }

    public DatasetRef store(DatasetDefinition definition, List<String> lines) throws IOException, SQLException {
        return store(definition, lines, 1);
    }

    /** Keeps a definition as ingestion does, and answers with its digest. */
    public String keep(String definition) throws SQLException {
        String sql = "REPLACE INTO " + BigTable.DEFINITIONS + " VALUES (?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, digest(definition));
            statement.setString(2, definition);
            statement.executeUpdate();
            return digest(definition);
        }
    }

    private static String digest(String definition) {
        return Sha256.hex(definition.getBytes(StandardCharsets.UTF_8));
    }

    public void setState(DatasetRef load, String state) throws SQLException {
        execute("UPDATE " + BigTable.LEDGER + " SET " + BigTable.LEDGER_STATE + " = '" + state + "' WHERE "
                + BigTable.LEDGER_ID + " = " + load.loadId());
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Stores lines so many times over, as one complete load. */
    public DatasetRef store(DatasetDefinition definition, List<String> lines, int times)
            throws IOException, SQLException {
        long id = ++lastId;
        Path file = Files.createTempFile("load-", ".csv");
        try {
            write(file, id, lines, times);
            execute("LOAD DATA LOCAL INFILE '" + file + "' INTO TABLE " + BigTable.nameFor(definition)
                    + " CHARACTER SET utf8mb4 FIELDS TERMINATED BY ','");
        } finally {
            Files.delete(file);
        }
        String digest = digest(Definitions.text(definition));
        execute("INSERT INTO " + BigTable.LEDGER + " VALUES (" + id + ", '" + definition.name() + "', '"
                + BigTable.COMPLETE + "', '" + digest + "', NULL)");
        String sha256 = Sha256.hex((times + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8));
        return new DatasetRef(
                definition.name(),
                definition.version(),
                digest,
                id,
                (long) lines.size() * times,
                sha256,
                DataOrigin.FILE);
    }

    /** Row after row, so that many take no memory. */
    private void write(Path file, long id, List<String> lines, int times) throws IOException {
        int[] order = IntStream.range(0, lines.size() * times).toArray();
        if (columnStore) {
            shuffle(order);
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int row : order) {
                out.append(Long.toString(id)).append(',').append(Integer.toString(row + 1));
                for (String value : lines.get(row % lines.size()).split(",", -1)) {
                    out.append(',').append(value.isEmpty() ? "\\N" : value);
                }
                out.append('\n');
            }
        }
    }

    private static void shuffle(int[] order) {
        Random random = new Random(1);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
    }

    private static String sqlType(Column column) {
        return switch (column.type()) {
            case REAL -> "DOUBLE";
            case INTEGER -> "BIGINT";
            case DATE -> "DATE";
            default -> "VARCHAR(255)";
        };
    }
}
