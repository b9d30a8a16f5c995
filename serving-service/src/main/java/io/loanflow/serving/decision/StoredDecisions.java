package io.loanflow.serving.decision;

import io.loanflow.contracts.decision.DecisionTable;
import io.loanflow.contracts.training.ModelVersionRef;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the tables of decisions. */
final class StoredDecisions {

    /** Tables by their shape: which data sets there were nobody else need know. */
    private static final String TABLES = "SELECT TABLE_NAME FROM information_schema.COLUMNS"
            + " WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = '" + DecisionTable.ID + "'"
            + " AND TABLE_NAME LIKE '%\\_decisions'";

    private static final String COLUMNS = String.join(
            ", ",
            DecisionTable.DECIDED_AT,
            DecisionTable.MODEL_VERSION,
            DecisionTable.RUN_ID,
            DecisionTable.MODEL_DIGEST,
            DecisionTable.DEFINITION_DIGEST,
            DecisionTable.SCORE,
            DecisionTable.PROBABILITY,
            DecisionTable.THRESHOLD,
            DecisionTable.LABEL,
            DecisionTable.REASONS,
            DecisionTable.RECORD,
            DecisionTable.SHADOW);

    private final Connection connection;

    StoredDecisions(Connection connection) {
        this.connection = connection;
    }

    Optional<Decision> find(UUID id) throws SQLException {
        for (String table : tables()) {
            Optional<Decision> found = find(id, table);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(TABLES)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private Optional<Decision> find(UUID id, String table) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM `" + table + "` WHERE " + DecisionTable.ID + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id.toString());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(decision(id, DecisionTable.datasetOf(table), row)) : Optional.empty();
            }
        }
    }

    private static Decision decision(UUID id, String dataset, ResultSet row) throws SQLException {
        return new Decision(
                id,
                row.getObject(DecisionTable.DECIDED_AT, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                new ModelVersionRef(
                        dataset,
                        row.getInt(DecisionTable.MODEL_VERSION),
                        row.getString(DecisionTable.RUN_ID),
                        row.getString(DecisionTable.MODEL_DIGEST)),
                row.getString(DecisionTable.DEFINITION_DIGEST),
                new Decision.Verdict(
                        row.getDouble(DecisionTable.SCORE),
                        row.getDouble(DecisionTable.PROBABILITY),
                        row.getDouble(DecisionTable.THRESHOLD),
                        row.getString(DecisionTable.LABEL),
                        row.getString(DecisionTable.REASONS)),
                row.getString(DecisionTable.RECORD).getBytes(StandardCharsets.UTF_8),
                row.getBoolean(DecisionTable.SHADOW));
    }
}
