package io.loanflow.datasettables;

import io.loanflow.contracts.decision.RefusedInputTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of refused inputs. What a file of the journal says is in it once, however often it is written. */
public final class RefusedInputRows {

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS %s (
                %s varchar(80) NOT NULL,
                %s int NOT NULL,
                %s datetime NOT NULL,
                %s varchar(40) NOT NULL,
                %s varchar(80) NOT NULL,
                %s varchar(80) NOT NULL,
                %s bigint NOT NULL,
                PRIMARY KEY (%2$s, %3$s, %4$s, %5$s, %6$s, %7$s)
            ) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin""".formatted(
                    RefusedInputTable.NAME,
                    RefusedInputTable.DATASET,
                    RefusedInputTable.MODEL_VERSION,
                    RefusedInputTable.MINUTE,
                    RefusedInputTable.REASON,
                    RefusedInputTable.COLUMN,
                    RefusedInputTable.SEGMENT,
                    RefusedInputTable.ROWS);

    private static final String WRITE = "REPLACE INTO " + RefusedInputTable.NAME + " ("
            + String.join(
                    ", ",
                    RefusedInputTable.DATASET,
                    RefusedInputTable.MODEL_VERSION,
                    RefusedInputTable.MINUTE,
                    RefusedInputTable.REASON,
                    RefusedInputTable.COLUMN,
                    RefusedInputTable.SEGMENT,
                    RefusedInputTable.ROWS)
            + ") VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;

    public RefusedInputRows(Connection connection) {
        this.connection = connection;
    }

    /** @param counts all that the file says */
    public void write(String segment, List<RefusedInputLine> counts) throws SQLException {
        if (counts.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        Map<RefusedInputLine, Long> rows = counts.stream()
                .collect(Collectors.groupingBy(count -> count.with(0), Collectors.summingLong(RefusedInputLine::rows)));
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            for (Map.Entry<RefusedInputLine, Long> line : rows.entrySet()) {
                fill(statement, segment, line.getKey().with(line.getValue()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void fill(PreparedStatement statement, String segment, RefusedInputLine count) throws SQLException {
        statement.setString(1, count.dataset());
        statement.setInt(2, count.version());
        statement.setObject(3, utc(count.minute()));
        statement.setString(4, count.reason());
        statement.setString(5, count.column());
        statement.setString(6, segment);
        statement.setLong(7, count.rows());
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
