package io.loanflow.monitoring.decision;

import io.loanflow.contracts.decision.DecisionTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks decisions up, also those of models in the shadow. */
@Component
public class DecisionBook {

    private static final String TABLES = "SELECT TABLE_NAME FROM information_schema.COLUMNS"
            + " WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = '" + DecisionTable.ID + "'"
            + " AND TABLE_NAME LIKE '%\\_decisions' ORDER BY TABLE_NAME";

    private static final String COLUMNS = String.join(
            ", ",
            DecisionTable.ID,
            DecisionTable.DECIDED_AT,
            DecisionTable.MODEL_VERSION,
            DecisionTable.RUN_ID,
            DecisionTable.MODEL_DIGEST,
            DecisionTable.LABEL,
            DecisionTable.PROBABILITY,
            DecisionTable.THRESHOLD,
            DecisionTable.SCORE,
            DecisionTable.SHADOW,
            DecisionTable.REASONS,
            DecisionTable.RECORD);

    private static final LocalDateTime NO_LIMIT = LocalDateTime.of(9999, 12, 31, 0, 0);

    /** Above every id, which has digits and letters only. */
    private static final String ABOVE_ALL = "~";

    private final JdbcClient database;

    DecisionBook(JdbcClient database) {
        this.database = database;
    }

    /** Data sets about whose records anything was decided, by name. */
    public List<String> datasets() {
        return database.sql(TABLES).query(String.class).list().stream()
                .map(DecisionTable::datasetOf)
                .toList();
    }

    /** Whatever data set it is about. */
    public Optional<StoredDecision> find(String id) {
        return datasets().stream()
                .flatMap(dataset -> find(dataset, id).stream())
                .findFirst();
    }

    private Optional<StoredDecision> find(String dataset, String id) {
        return database.sql("SELECT " + COLUMNS + " FROM `" + DecisionTable.nameFor(dataset) + "` WHERE "
                        + DecisionTable.ID + " = ?")
                .param(id)
                .query((row, number) -> decision(dataset, row))
                .optional();
    }

    /**
     * The latest first. Ids begin with the time.
     *
     * @param dataset one of {@link #datasets()}
     * @param until no later ones; null for no limit
     * @param before only those whose id is less; null for no limit
     */
    public List<StoredDecision> latest(String dataset, @Nullable Instant until, @Nullable String before, int most) {
        String sql = "SELECT " + COLUMNS + " FROM `" + DecisionTable.nameFor(dataset) + "` WHERE "
                + DecisionTable.DECIDED_AT + " <= :until AND " + DecisionTable.ID + " < :before ORDER BY "
                + DecisionTable.ID + " DESC LIMIT " + most;
        return database.sql(sql)
                .param("until", until == null ? NO_LIMIT : LocalDateTime.ofInstant(until, ZoneOffset.UTC))
                .param("before", before == null ? ABOVE_ALL : before)
                .query((row, number) -> decision(dataset, row))
                .list();
    }

    private static StoredDecision decision(String dataset, ResultSet row) throws SQLException {
        return new StoredDecision(
                row.getString(DecisionTable.ID),
                dataset,
                row.getObject(DecisionTable.DECIDED_AT, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getInt(DecisionTable.MODEL_VERSION),
                row.getString(DecisionTable.RUN_ID),
                row.getString(DecisionTable.MODEL_DIGEST),
                row.getString(DecisionTable.LABEL),
                row.getDouble(DecisionTable.PROBABILITY),
                row.getDouble(DecisionTable.THRESHOLD),
                row.getDouble(DecisionTable.SCORE),
                row.getBoolean(DecisionTable.SHADOW),
                row.getString(DecisionTable.REASONS),
                row.getString(DecisionTable.RECORD));
    }
}
