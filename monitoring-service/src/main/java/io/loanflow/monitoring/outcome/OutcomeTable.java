package io.loanflow.monitoring.outcome;

import io.loanflow.monitoring.decision.DecisionSpan;
import io.loanflow.monitoring.decision.ProbabilityCell;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    private static final String ROW = "(?, ?, ?, ?, UTC_TIMESTAMP(6), ?, ?, ?, ?, ?)";

    private final JdbcClient database;

    OutcomeTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * Writes outcomes in their order, by one statement.
     *
     * @param decided by decision; has each
     * @return how many nobody else wrote at the same time
     */
    int add(String dataset, List<Outcome> outcomes, Map<String, DecidedRecord> decided) {
        if (outcomes.isEmpty()) {
            return 0;
        }
        String sql =
                "INSERT IGNORE INTO decision_outcome (decision_id, dataset, label, observed_at, received_at, model_version,"
                        + " decided_at, decided_label, probability, protected_groups) VALUES "
                        + String.join(", ", Collections.nCopies(outcomes.size(), ROW));
        List<Object> values = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            DecidedRecord decision = Objects.requireNonNull(decided.get(outcome.decisionId()));
            values.addAll(List.of(
                    outcome.decisionId(),
                    dataset,
                    outcome.label(),
                    utc(outcome.observedAt()),
                    decision.version(),
                    utc(decision.decidedAt()),
                    decision.label(),
                    decision.probability(),
                    JSON.writeValueAsString(new TreeMap<>(decision.groups()))));
        }
        return database.sql(sql).params(values).update();
    }

    /** What was said of decisions, by decision, the latest last. */
    Map<String, List<OutcomeBatch.Said>> said(List<String> decisionIds) {
        Map<String, List<OutcomeBatch.Said>> said = new HashMap<>();
        database.sql(
                        "SELECT decision_id, label, observed_at FROM decision_outcome WHERE decision_id IN (:ids) ORDER BY id")
                .param("ids", decisionIds)
                .query(row -> {
                    said.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(new OutcomeBatch.Said(row.getString(2), moment(row, 3)));
                });
        return said;
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
                        decisionId, row.getString(1), row.getString(2), moment(row, 3), moment(row, 4)))
                .list();
    }

    /**
     * When the decisions were made about which something was received.
     *
     * @param first and last of them
     */
    public record Decided(Instant first, Instant last) {}

    /** Of a version, about which something was received after a moment; empty where nothing was. */
    public Optional<Decided> decidedOfReceived(String dataset, int version, Instant since) {
        return database.sql("SELECT MIN(decided_at), MAX(decided_at) FROM decision_outcome WHERE dataset = ? AND"
                        + " model_version = ? AND received_at > ?")
                .params(dataset, version, utc(since))
                .query((row, number) -> row.getObject(1) == null
                        ? Optional.<Decided>empty()
                        : Optional.of(new Decided(moment(row, 1), moment(row, 2))))
                .single();
    }

    /** Whether anything was received after a moment about decisions of a span. */
    public boolean anyReceived(DecisionSpan span, Instant since) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM decision_outcome WHERE dataset = ? AND model_version = ? AND"
                        + " decided_at >= ? AND decided_at < ? AND received_at > ?)")
                .params(span.dataset(), span.version(), utc(span.from()), utc(span.to()), utc(since))
                .query(Boolean.class)
                .single();
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

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
