package io.loanflow.monitoring.judgement;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what came out of judged windows, and until when outcomes are in it. */
@Component
class RealisationLedger {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    RealisationLedger(JdbcClient database) {
        this.database = database;
    }

    /** Where the figures are others than those that are kept, they have a new revision, of which whoever was told of the last one is told. */
    void keep(long window, Realised realised) {
        database.sql("UPDATE monitoring_window SET realised = :realised, realised_revision = realised_revision + 1"
                        + " WHERE id = :window AND NOT (realised <=> :realised)")
                .param("realised", JSON.writeValueAsString(realised))
                .param("window", window)
                .update();
    }

    /** Outcomes received before are in the figures; empty where none are yet. */
    Optional<Instant> until(String dataset, int version) {
        return database.sql("SELECT received_until FROM monitoring_realisation WHERE dataset = ? AND model_version = ?")
                .params(dataset, version)
                .query((row, number) -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .optional();
    }

    void until(String dataset, int version, Instant received) {
        database.sql("INSERT INTO monitoring_realisation (dataset, model_version, received_until) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE received_until = VALUES(received_until)")
                .params(dataset, version, LocalDateTime.ofInstant(received, ZoneOffset.UTC))
                .update();
    }
}
