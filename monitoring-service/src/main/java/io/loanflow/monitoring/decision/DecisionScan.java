package io.loanflow.monitoring.decision;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.decision.DecisionTable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the table of decisions. Decisions of models in the shadow are left out: they answered nobody. */
@Component
public class DecisionScan {

    private static final String ANSWERED = DecisionTable.SHADOW + " = 0";

    private static final String SPAN = ANSWERED + " AND " + DecisionTable.MODEL_VERSION + " = :version AND "
            + DecisionTable.DECIDED_AT + " >= :from AND " + DecisionTable.DECIDED_AT + " < :to";

    private final JdbcClient database;

    DecisionScan(JdbcClient database) {
        this.database = database;
    }

    /** Whether anything was ever decided about the data set's rows. */
    public boolean hasDecisions(String dataset) {
        return database.sql(
                                "SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?")
                        .param(DecisionTable.nameFor(dataset))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** All versions that decided, in the order of their numbers. */
    public List<DecisionVersion> versions(String dataset) {
        String sql = "SELECT " + DecisionTable.MODEL_VERSION + ", MAX(" + DecisionTable.RUN_ID + "), MIN("
                + DecisionTable.DECIDED_AT + "), MAX(" + DecisionTable.DECIDED_AT + ") FROM " + table(dataset)
                + " WHERE "
                + ANSWERED + " GROUP BY " + DecisionTable.MODEL_VERSION + " ORDER BY 1";
        return database.sql(sql)
                .query((row, number) -> new DecisionVersion(
                        row.getInt(1),
                        row.getString(2),
                        instant(row.getObject(3, LocalDateTime.class)),
                        instant(row.getObject(4, LocalDateTime.class))))
                .list();
    }

    /** How many decisions there are. */
    public long count(DecisionSpan span) {
        return query(database, span, "SELECT COUNT(*)", "").query(Long.class).single();
    }

    /**
     * The moment of the last of so many decisions from a moment on.
     *
     * @return empty where there are fewer
     */
    public Optional<Instant> momentOf(DecisionSpan span, long decisions) {
        return query(
                        database,
                        span,
                        "SELECT " + DecisionTable.DECIDED_AT,
                        " ORDER BY " + DecisionTable.DECIDED_AT + " LIMIT 1 OFFSET " + (decisions - 1))
                .query((row, number) -> instant(row.getObject(1, LocalDateTime.class)))
                .optional();
    }

    /** Decisions of similar probability, by label. */
    public List<ProbabilityCell> probabilities(DecisionSpan span) {
        String cell = "FLOOR(" + DecisionTable.PROBABILITY + " * " + ProbabilityCell.CELLS + ")";
        return query(
                        database,
                        span,
                        "SELECT " + DecisionTable.LABEL + ", " + cell + " AS cell, COUNT(*), SUM("
                                + DecisionTable.PROBABILITY + ")",
                        " GROUP BY " + DecisionTable.LABEL + ", cell")
                .query((row, number) ->
                        new ProbabilityCell(row.getString(1), row.getInt(2), row.getLong(3), row.getDouble(4)))
                .list();
    }

    /** Decisions by the group of a protected column and label; rows without a group are left out. */
    public List<GroupCell> groups(DecisionSpan span, Column column) {
        String stored = quoted(DecisionTable.columnFor(column.name()));
        String group = column.bands() == null ? stored : BandExpression.of(stored, column.bands());
        return query(
                        database,
                        span,
                        "SELECT " + group + " AS member, " + DecisionTable.LABEL + ", COUNT(*), SUM("
                                + DecisionTable.PROBABILITY + ")",
                        " AND " + stored + " IS NOT NULL GROUP BY member, " + DecisionTable.LABEL)
                .query((row, number) ->
                        new GroupCell(row.getString(1), row.getString(2), row.getLong(3), row.getDouble(4)))
                .list();
    }

    /**
     * A question about the decisions of a span.
     *
     * @param selected the statement before its FROM
     * @param rest of it, after the condition
     */
    static JdbcClient.StatementSpec query(JdbcClient database, DecisionSpan span, String selected, String rest) {
        return database.sql(selected + " FROM " + table(span.dataset()) + " WHERE " + SPAN + rest)
                .param("version", span.version())
                .param("from", LocalDateTime.ofInstant(span.from(), ZoneOffset.UTC))
                .param("to", LocalDateTime.ofInstant(span.to(), ZoneOffset.UTC));
    }

    private static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    private static String table(String dataset) {
        return quoted(DecisionTable.nameFor(dataset));
    }

    /** A name may be a word of SQL. */
    static String quoted(String name) {
        return "`" + name + "`";
    }
}
