package io.loanflow.monitoring.judgement;

import io.loanflow.monitoring.outcome.OutcomeTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The windows that were judged. A judgement stays as it was made; what came out of its decisions is as it is known since. */
@Component
public class WindowLedger {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String JUDGED = "SELECT id, report, realised FROM monitoring_window";

    private final JdbcClient database;

    WindowLedger(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a judgement; where another process was faster, its own is kept. */
    public JudgedWindow keep(WindowReport report) {
        database.sql("INSERT IGNORE INTO monitoring_window (dataset, model_version, starts_at, ends_at, decisions,"
                        + " state, report, judged_at) VALUES (:dataset, :version, :from, :to, :decisions, :state,"
                        + " :report, UTC_TIMESTAMP(6))")
                .param("dataset", report.dataset())
                .param("version", report.version())
                .param("from", utc(report.from()))
                .param("to", utc(report.to()))
                .param("decisions", report.decisions())
                .param("state", report.state().name())
                .param("report", JSON.writeValueAsString(report))
                .update();
        return database.sql(JUDGED + " WHERE dataset = :dataset AND model_version = :version AND starts_at = :from")
                .param("dataset", report.dataset())
                .param("version", report.version())
                .param("from", utc(report.from()))
                .query((row, number) -> window(row))
                .single();
    }

    /** The end of the last window of a version; empty where none was judged. */
    public Optional<Instant> lastEnd(String dataset, int version) {
        return database.sql("SELECT MAX(ends_at) FROM monitoring_window WHERE dataset = ? AND model_version = ?")
                .param(dataset)
                .param(version)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
                .single()
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    public Optional<JudgedWindow> find(long id) {
        return database.sql(JUDGED + " WHERE id = ?")
                .param(id)
                .query((row, number) -> window(row))
                .optional();
    }

    /** The latest windows of a data set, the newest first. */
    public List<JudgedWindow> latest(String dataset, int most) {
        return database.sql(JUDGED + " WHERE dataset = ? ORDER BY ends_at DESC, id DESC LIMIT " + most)
                .param(dataset)
                .query((row, number) -> window(row))
                .list();
    }

    /**
     * Alarms that were raised after a moment, of the version whose window ended last; the newest first, a hundred at most. Of windows that
     * ended at once, as those of a version that is tried for a share of requests do, the one of most decisions says which version that is.
     */
    public List<JudgedWindow> alarmsSince(String dataset, Instant moment) {
        return database.sql(JUDGED
                        + " WHERE dataset = :dataset AND state = 'ALARM' AND judged_at > :moment AND model_version ="
                        + " (SELECT model_version FROM monitoring_window WHERE dataset = :dataset ORDER BY ends_at DESC, decisions DESC, id DESC LIMIT 1)"
                        + " ORDER BY ends_at DESC, id DESC LIMIT 100")
                .param("dataset", dataset)
                .param("moment", utc(moment))
                .query((row, number) -> window(row))
                .list();
    }

    /** Windows of a version that were compared and hold decisions of these moments. */
    List<JudgedWindow> comparedBetween(String dataset, int version, OutcomeTable.Decided decided) {
        return database.sql(JUDGED + " WHERE dataset = :dataset AND model_version = :version AND ends_at > :first AND"
                        + " starts_at <= :last AND state IN ('WELL', 'ALARM') ORDER BY id")
                .param("dataset", dataset)
                .param("version", version)
                .param("first", utc(decided.first()))
                .param("last", utc(decided.last()))
                .query((row, number) -> window(row))
                .list();
    }

    private static JudgedWindow window(ResultSet row) throws SQLException {
        WindowReport report = JSON.readValue(row.getString(2), WindowReport.class);
        String realised = row.getString(3);
        return new JudgedWindow(
                row.getLong(1), realised == null ? report : report.with(JSON.readValue(realised, Realised.class)));
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
