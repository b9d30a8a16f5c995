package io.loanflow.monitoring.outcome;

import io.loanflow.monitoring.decision.DecisionSpan;
import io.loanflow.monitoring.decision.ProbabilityCell;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All that was ever said of outcomes. Nothing is changed or removed: the latest line of a decision holds. */
@Component
public class OutcomeTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> GROUPS = new TypeReference<>() {};

    private final JdbcClient database;

    OutcomeTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * Writes an outcome.
     *
     * @return false where the same had been said before
     */
    boolean add(String dataset, Outcome outcome, DecidedRecord decided) {
        String sql =
                "INSERT IGNORE INTO decision_outcome (decision_id, dataset, label, observed_at, received_at, model_version,"
                        + " decided_at, decided_label, probability, protected_groups)"
                        + " VALUES (:id, :dataset, :label, :observed, UTC_TIMESTAMP(6), :version, :decided, :decidedLabel, :probability, :groups)";
        return database.sql(sql)
                        .param("id", outcome.decisionId())
                        .param("dataset", dataset)
                        .param("label", outcome.label())
                        .param("observed", utc(outcome.observedAt()))
                        .param("version", decided.version())
                        .param("decided", utc(decided.decidedAt()))
                        .param("decidedLabel", decided.label())
                        .param("probability", decided.probability())
                        .param("groups", JSON.writeValueAsString(new TreeMap<>(decided.groups())))
                        .update()
                > 0;
    }

    /** Whether anything was said of the decision. */
    boolean hasAny(String decisionId) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM decision_outcome WHERE decision_id = ?)")
                .param(decisionId)
                .query(Boolean.class)
                .single();
    }

    /** Decisions of a data set of which anything was said. */
    public long labelledDecisions(String dataset) {
        return database.sql("SELECT COUNT(DISTINCT decision_id) FROM decision_outcome WHERE dataset = ?")
                .param(dataset)
                .query(Long.class)
                .single();
    }

    /** What was said of a decision, the latest last. */
    public List<KnownOutcome> history(String decisionId) {
        return database.sql(
                        "SELECT dataset, label, observed_at, received_at FROM decision_outcome WHERE decision_id = ? ORDER BY id")
                .param(decisionId)
                .query((row, number) -> new KnownOutcome(
                        decisionId,
                        row.getString(1),
                        row.getString(2),
                        instant(row.getObject(3, LocalDateTime.class)),
                        instant(row.getObject(4, LocalDateTime.class))))
                .list();
    }

    /** The outcomes that hold, of decisions of a span. */
    public List<OutcomeCell> cells(DecisionSpan span) {
        String sql = "SELECT o.decided_label, o.label, FLOOR(o.probability * " + ProbabilityCell.CELLS
                + ") AS cell, COUNT(*), SUM(o.probability), o.protected_groups FROM decision_outcome o JOIN"
                + " (SELECT MAX(id) AS id FROM decision_outcome WHERE dataset = :dataset AND model_version = :version AND"
                + " decided_at >= :from AND decided_at < :to GROUP BY decision_id) latest ON latest.id = o.id"
                + " GROUP BY o.decided_label, o.label, cell, o.protected_groups";
        return database.sql(sql)
                .param("dataset", span.dataset())
                .param("version", span.version())
                .param("from", utc(span.from()))
                .param("to", utc(span.to()))
                .query((row, number) -> new OutcomeCell(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getDouble(5),
                        JSON.readValue(row.getString(6), GROUPS)))
                .list();
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }
}
