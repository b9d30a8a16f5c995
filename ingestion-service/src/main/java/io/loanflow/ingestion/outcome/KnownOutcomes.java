package io.loanflow.ingestion.outcome;

import io.loanflow.contracts.decision.DecisionOutcomes;
import io.loanflow.contracts.decision.DecisionTable;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads decisions and what became of them, a page at a time in the order in which they were decided. */
@Component
class KnownOutcomes {

    /** Of a page. */
    static final int MOST = 1000;

    private static final LocalDateTime FIRST = LocalDateTime.of(1970, 1, 1, 0, 0);

    private static final String PAGE = "SELECT o." + DecisionOutcomes.DECISION + ", o." + DecisionOutcomes.LABEL
            + ", o."
            + DecisionOutcomes.DECIDED_AT + " FROM " + DecisionOutcomes.NAME + " o WHERE o." + DecisionOutcomes.DATASET
            + " = :dataset AND o." + DecisionOutcomes.ID + " <= :last AND o." + DecisionOutcomes.DECIDED_AT
            + " >= :time AND (o." + DecisionOutcomes.DECIDED_AT + " > :time OR o." + DecisionOutcomes.DECISION
            + " > :id) AND NOT EXISTS (SELECT 1 FROM " + DecisionOutcomes.NAME + " l WHERE l."
            + DecisionOutcomes.DECISION + " = o." + DecisionOutcomes.DECISION + " AND l." + DecisionOutcomes.ID
            + " > o." + DecisionOutcomes.ID + " AND l." + DecisionOutcomes.ID + " <= :last) ORDER BY o."
            + DecisionOutcomes.DECIDED_AT + ", o." + DecisionOutcomes.DECISION + " LIMIT " + MOST;

    private final JdbcClient database;

    KnownOutcomes(JdbcClient database) {
        this.database = database;
    }

    /** The line that was written last about a data set; 0 where nothing was ever said. What comes later is in no page up to it. */
    long last(String dataset) {
        boolean exists = database.sql("SELECT EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA ="
                        + " DATABASE() AND TABLE_NAME = ?)")
                .param(DecisionOutcomes.NAME)
                .query(Boolean.class)
                .single();
        return exists
                ? database.sql("SELECT COALESCE(MAX(" + DecisionOutcomes.ID + "), 0) FROM " + DecisionOutcomes.NAME
                                + " WHERE " + DecisionOutcomes.DATASET + " = ?")
                        .param(dataset)
                        .query(Long.class)
                        .single()
                : 0;
    }

    /** Where the first page begins. */
    static Known beginning() {
        return new Known("", "", FIRST);
    }

    /**
     * The next decisions with the outcome that holds; none after the last.
     *
     * @param last as {@link #last} says
     */
    List<Known> after(Known before, String dataset, long last) {
        return database.sql(PAGE)
                .param("dataset", dataset)
                .param("last", last)
                .param("time", before.decidedAt())
                .param("id", before.decisionId())
                .query((row, number) ->
                        new Known(row.getString(1), row.getString(2), row.getObject(3, LocalDateTime.class)))
                .list();
    }

    /** The records that were decided about, as they came, by decision. The times let a column store pass over the rest. */
    Map<String, String> records(String dataset, List<Known> page) {
        String sql = "SELECT " + DecisionTable.ID + ", " + DecisionTable.RECORD + " FROM `"
                + DecisionTable.nameFor(dataset) + "` WHERE " + DecisionTable.DECIDED_AT + " BETWEEN :from AND :to AND "
                + DecisionTable.ID + " IN (:ids)";
        return database
                .sql(sql)
                .param("from", page.get(0).decidedAt())
                .param("to", page.get(page.size() - 1).decidedAt())
                .param("ids", page.stream().map(Known::decisionId).toList())
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    /**
     * @param label the target's category that came about
     * @param decidedAt UTC
     */
    record Known(String decisionId, String label, LocalDateTime decidedAt) {}
}
