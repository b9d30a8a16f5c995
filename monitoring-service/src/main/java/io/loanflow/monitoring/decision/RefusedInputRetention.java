package io.loanflow.monitoring.decision;

import io.loanflow.contracts.decision.RefusedInputTable;
import io.loanflow.monitoring.MonitoringSettings;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets counts of refused rows that are older than they are to be kept. */
@Component
public class RefusedInputRetention {

    /** In one statement, so that nobody who writes waits long. */
    private static final int AT_ONCE = 10_000;

    private static final String FORGET =
            "DELETE FROM " + RefusedInputTable.NAME + " WHERE " + RefusedInputTable.MINUTE + " < ? LIMIT " + AT_ONCE;

    private final JdbcClient database;
    private final RefusedInputScan scan;
    private final MonitoringSettings settings;

    RefusedInputRetention(JdbcClient database, RefusedInputScan scan, MonitoringSettings settings) {
        this.database = database;
        this.scan = scan;
        this.settings = settings;
    }

    /** Again, or by several replicas at once, it forgets the same. */
    public void forget(Instant now) {
        if (!scan.hasTable()) {
            return;
        }
        LocalDateTime oldest = LocalDateTime.ofInstant(now.minus(settings.refusedInputRetention()), ZoneOffset.UTC);
        int forgotten;
        do {
            forgotten = database.sql(FORGET).param(oldest).update();
        } while (forgotten == AT_ONCE);
    }
}
