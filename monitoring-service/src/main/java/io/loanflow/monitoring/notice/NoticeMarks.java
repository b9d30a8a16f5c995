package io.loanflow.monitoring.notice;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was told of which window: a mark for each of them, so that whoever cannot be reached keeps nothing from the others. */
@Component
class NoticeMarks {

    private final JdbcClient database;

    NoticeMarks(JdbcClient database) {
        this.database = database;
    }

    /**
     * A window that MLflow does not know as it is.
     *
     * @param revision of what came out of it; 0 where it is as it was judged
     */
    record Unlogged(long window, int revision) {}

    /** Windows that were never logged to MLflow, or of which more came out since; the oldest first. */
    List<Unlogged> unlogged(String dataset) {
        return database.sql("SELECT id, realised_revision FROM monitoring_window WHERE dataset = ? AND"
                        + " (logged_revision IS NULL OR logged_revision < realised_revision) ORDER BY ends_at, id")
                .param(dataset)
                .query((row, number) -> new Unlogged(row.getLong(1), row.getInt(2)))
                .list();
    }

    /** As it was read: what came out since is still to be logged. */
    void logged(Unlogged window) {
        database.sql("UPDATE monitoring_window SET logged_revision = ? WHERE id = ?")
                .params(window.revision(), window.window())
                .update();
    }

    /** Windows with an alarm that the webhook did not take yet, the oldest first. */
    List<Long> untold(String dataset) {
        return database.sql("SELECT id FROM monitoring_window WHERE dataset = ? AND state = 'ALARM' AND told_at IS NULL"
                        + " ORDER BY ends_at, id")
                .param(dataset)
                .query(Long.class)
                .list();
    }

    void told(long window) {
        database.sql("UPDATE monitoring_window SET told_at = UTC_TIMESTAMP(6) WHERE id = ?")
                .param(window)
                .update();
    }
}
