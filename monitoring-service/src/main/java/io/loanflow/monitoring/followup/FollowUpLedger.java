package io.loanflow.monitoring.followup;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.monitoring.FollowUp;
import io.loanflow.contracts.monitoring.FollowUpConclusion;
import io.loanflow.contracts.monitoring.FollowUpVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What followed from alarms. A verdict about the same alarm is kept once, as it was reached last. */
@Component
public class FollowUpLedger {

    private static final String LONG_LINE =
            "SELECT id, dataset, verdict, reason, windows, new_rows, workflow_id, decided_at,"
                    + " pipeline_id, conclusion, concluded_at FROM monitoring_follow_up";

    private final JdbcClient database;

    FollowUpLedger(JdbcClient database) {
        this.database = database;
    }

    /** The latest of a data set, the newest first. */
    public List<KeptFollowUp> latest(String dataset, int most) {
        return database.sql(LONG_LINE + " WHERE dataset = ? ORDER BY decided_at DESC, id DESC LIMIT " + most)
                .param(dataset)
                .query((row, number) -> kept(row))
                .list();
    }

    /** What a run decided for good; empty where it did not. */
    Optional<FollowUp> of(PipelineRun run) {
        return database.sql(
                        "SELECT id, verdict, reason, windows, new_rows FROM monitoring_follow_up WHERE workflow_run_id ="
                                + " ? AND verdict IN ('RETRAIN', 'PROPOSED')")
                .param(run.runId())
                .query((row, number) -> new FollowUp(
                        row.getLong(1),
                        FollowUpVerdict.valueOf(row.getString(2)),
                        row.getString(3),
                        ids(row.getString(4)),
                        row.getLong(5)))
                .optional();
    }

    /** The last retraining, or proposal of one. */
    Optional<Followed> last(String dataset) {
        return database.sql(
                        "SELECT decided_at, labelled_rows FROM monitoring_follow_up WHERE dataset = ? AND verdict IN"
                                + " ('RETRAIN', 'PROPOSED') ORDER BY decided_at DESC, id DESC LIMIT 1")
                .param(dataset)
                .query((row, number) -> new Followed(instant(row, 1), row.getLong(2)))
                .optional();
    }

    long retrainingsSince(String dataset, Instant since) {
        return database.sql("SELECT COUNT(*) FROM monitoring_follow_up WHERE dataset = ? AND verdict = 'RETRAIN' AND"
                        + " decided_at >= ?")
                .params(dataset, utc(since))
                .query(Long.class)
                .single();
    }

    /** Keeps a verdict; one that ends the matter only where nobody was faster, else the answer is empty. */
    Optional<FollowUp> keep(Draft draft, PipelineRun run) {
        boolean ends = draft.verdict() == FollowUpVerdict.RETRAIN || draft.verdict() == FollowUpVerdict.PROPOSED;
        String repeated = ends
                ? ""
                : " ON DUPLICATE KEY UPDATE reason = VALUES(reason), windows = VALUES(windows), labelled_rows ="
                        + " VALUES(labelled_rows), new_rows = VALUES(new_rows), workflow_id = VALUES(workflow_id),"
                        + " workflow_run_id = VALUES(workflow_run_id), decided_at = VALUES(decided_at)";
        int lines = database.sql(
                        "INSERT " + (ends ? "IGNORE " : "") + "INTO monitoring_follow_up (dataset, window_id, verdict,"
                                + " reason, windows, labelled_rows, new_rows, workflow_id, workflow_run_id, decided_at) VALUES (:dataset,"
                                + " :window, :verdict, :reason, :windows, :labelled, :new, :workflow, :run, UTC_TIMESTAMP(6))"
                                + repeated)
                .param("dataset", draft.dataset())
                .param("window", draft.windows().get(0))
                .param("verdict", draft.verdict().name())
                .param("reason", draft.reason())
                .param("windows", draft.windows().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .param("labelled", draft.labelledRows())
                .param("new", draft.newRows())
                .param("workflow", run.workflowId())
                .param("run", run.runId())
                .update();
        return lines == 0 ? Optional.empty() : Optional.of(draft.kept(id(draft)));
    }

    private long id(Draft draft) {
        return database.sql("SELECT id FROM monitoring_follow_up WHERE dataset = ? AND window_id = ? AND verdict = ?")
                .params(draft.dataset(), draft.windows().get(0), draft.verdict().name())
                .query(Long.class)
                .single();
    }

    public void conclude(FollowUpConclusion conclusion) {
        database.sql("UPDATE monitoring_follow_up SET pipeline_id = COALESCE(:pipeline, pipeline_id), conclusion ="
                        + " :conclusion, concluded_at = IF(:conclusion IS NULL, NULL, UTC_TIMESTAMP(6)) WHERE id = :id")
                .param("pipeline", conclusion.pipeline())
                .param("conclusion", conclusion.conclusion())
                .param("id", conclusion.id())
                .update();
    }

    private static KeptFollowUp kept(ResultSet row) throws SQLException {
        return new KeptFollowUp(
                row.getLong(1),
                row.getString(2),
                FollowUpVerdict.valueOf(row.getString(3)),
                row.getString(4),
                ids(row.getString(5)),
                row.getLong(6),
                row.getString(7),
                instant(row, 8),
                row.getString(9),
                row.getString(10),
                row.getObject(11) == null ? null : instant(row, 11));
    }

    private static List<Long> ids(String windows) {
        return Arrays.stream(windows.split(",")).map(Long::valueOf).toList();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /**
     * A retraining, or a proposal of one.
     *
     * @param labelledRows decisions whose outcome was known then
     */
    record Followed(Instant at, long labelledRows) {}

    /**
     * A verdict before it is kept.
     *
     * @param windows at least one
     * @param labelledRows decisions whose outcome is known
     */
    record Draft(
            String dataset,
            FollowUpVerdict verdict,
            String reason,
            List<Long> windows,
            long labelledRows,
            long newRows) {

        FollowUp kept(long id) {
            return new FollowUp(id, verdict, reason, windows, newRows);
        }
    }
}
