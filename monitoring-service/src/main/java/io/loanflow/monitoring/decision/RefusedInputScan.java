package io.loanflow.monitoring.decision;

import io.loanflow.contracts.decision.RefusedInputTable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the table of refused inputs, which serving makes once it refuses something. */
@Component
public class RefusedInputScan {

    private static final String IS_THERE =
            "SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?";

    private static final String REFUSED = "SELECT " + RefusedInputTable.REASON + ", " + RefusedInputTable.COLUMN
            + ", SUM(" + RefusedInputTable.ROWS + ") AS refused FROM " + RefusedInputTable.NAME + " WHERE "
            + RefusedInputTable.DATASET + " = :dataset AND " + RefusedInputTable.MODEL_VERSION
            + " = :version AND " + RefusedInputTable.MINUTE + " >= :from AND " + RefusedInputTable.MINUTE
            + " < :to GROUP BY 1, 2 ORDER BY refused DESC, 1, 2";

    private final JdbcClient database;

    RefusedInputScan(JdbcClient database) {
        this.database = database;
    }

    /** By whole minutes: one in which a window ends and the next begins is counted in the next. */
    public RefusedInputs refused(DecisionSpan span) {
        if (!hasTable()) {
            return new RefusedInputs(0, List.of());
        }
        List<RefusedInputs.ByReason> lines = database.sql(REFUSED)
                .param("dataset", span.dataset())
                .param("version", span.version())
                .param("from", minute(span.from()))
                .param("to", minute(span.to()))
                .query((row, number) -> new RefusedInputs.ByReason(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
        return new RefusedInputs(
                lines.stream()
                        .filter(line -> line.reason().equals(RefusedInputTable.ANY))
                        .mapToLong(RefusedInputs.ByReason::rows)
                        .sum(),
                lines.stream()
                        .filter(line -> !line.reason().equals(RefusedInputTable.ANY))
                        .toList());
    }

    /** Whether serving has ever refused something. */
    boolean hasTable() {
        return database.sql(IS_THERE)
                        .param(RefusedInputTable.NAME)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static LocalDateTime minute(Instant moment) {
        return LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MINUTES), ZoneOffset.UTC);
    }
}
