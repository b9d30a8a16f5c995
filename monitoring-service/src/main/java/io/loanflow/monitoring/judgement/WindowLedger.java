package io.loanflow.monitoring.judgement;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The windows that were judged. A judgement stays as it was made. */
@Component
public class WindowLedger {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String JUDGED = "SELECT id, report FROM monitoring_window";

    private final JdbcClient database;

    WindowLedger(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a judgement; where another process was faster, its own is kept. */
    public JudgedWindow keep(WindowReport report) {
        database.sql(
                        "INSERT IGNORE INTO monitoring_window (dataset, model_version, starts_at, ends_at, decisions, state, report,"
                                + " judged_at) VALUES (:dataset, :version, :from, :to, :decisions, :state, :report, UTC_TIMESTAMP(6))")
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
                .query((row, number) -> window(row.getLong(1), row.getString(2)))
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
                .query((row, number) -> window(row.getLong(1), row.getString(2)))
                .optional();
    }

    /** The latest windows of a data set, the newest first. */
    public List<JudgedWindow> latest(String dataset, int most) {
        return database.sql(JUDGED + " WHERE dataset = ? ORDER BY ends_at DESC, id DESC LIMIT " + most)
                .param(dataset)
                .query((row, number) -> window(row.getLong(1), row.getString(2)))
                .list();
    }

    /** Windows that nobody was told of yet, the oldest first. */
    public List<JudgedWindow> untold(String dataset) {
        return database.sql(JUDGED + " WHERE dataset = ? AND told_at IS NULL ORDER BY ends_at, id")
                .param(dataset)
                .query((row, number) -> window(row.getLong(1), row.getString(2)))
                .list();
    }

    public void told(long id) {
        database.sql("UPDATE monitoring_window SET told_at = UTC_TIMESTAMP(6) WHERE id = ?")
                .param(id)
                .update();
    }

    private static JudgedWindow window(long id, String report) {
        return new JudgedWindow(id, JSON.readValue(report, WindowReport.class));
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
