package io.loanflow.serving.decision;

import io.loanflow.contracts.decision.DecisionTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * What has been brought into the tables of decisions: a line is written before the decisions are sent, and completed once they are all
 * there. Made here and not by a migration at start-up, for which serving would have to wait for a database.
 */
final class ShipmentLedger {

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS %s (
                id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
                segment varchar(80) NOT NULL,
                dataset varchar(80) NOT NULL,
                definition_digest char(64) NOT NULL,
                decisions bigint NOT NULL,
                began_at datetime(6) NOT NULL DEFAULT UTC_TIMESTAMP(6),
                completed_at datetime(6) NULL,
                UNIQUE (segment, dataset, definition_digest)
            ) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin""".formatted(DecisionTable.LEDGER);

    private static final String FIND = "SELECT id, completed_at IS NOT NULL FROM " + DecisionTable.LEDGER
            + " WHERE segment = ? AND dataset = ? AND definition_digest = ?";

    private static final String BEGIN = "INSERT INTO " + DecisionTable.LEDGER
            + " (segment, dataset, definition_digest, decisions) VALUES (?, ?, ?, ?)";

    private static final String COMPLETE =
            "UPDATE " + DecisionTable.LEDGER + " SET completed_at = UTC_TIMESTAMP(6) WHERE id = ?";

    private final Connection connection;

    ShipmentLedger(Connection connection) {
        this.connection = connection;
    }

    /** @param complete whether all of it is in the table */
    record Shipment(long id, boolean complete) {}

    void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    Optional<Shipment> find(DecisionGroup group) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            name(statement, group);
            try (ResultSet found = statement.executeQuery()) {
                return found.next()
                        ? Optional.of(new Shipment(found.getLong(1), found.getBoolean(2)))
                        : Optional.empty();
            }
        }
    }

    /** @return the line's id, by which the table's rows name it */
    long begin(DecisionGroup group, long decisions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN, Statement.RETURN_GENERATED_KEYS)) {
            name(statement, group);
            statement.setLong(4, decisions);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    void complete(long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COMPLETE)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    private static void name(PreparedStatement statement, DecisionGroup group) throws SQLException {
        statement.setString(1, group.segment());
        statement.setString(2, group.dataset());
        statement.setString(3, group.definitionDigest());
    }
}
