package io.loanflow.monitoring.activity;

import io.loanflow.monitoring.decision.RefusedInputRetention;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets by itself what is kept for a while only. */
@Component
class RetentionSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionSchedule.class);

    private final RefusedInputRetention refusedInputs;

    RetentionSchedule(RefusedInputRetention refusedInputs) {
        this.refusedInputs = refusedInputs;
    }

    /** What cannot be forgotten now is forgotten an hour later. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        try {
            refusedInputs.forget(Instant.now());
        } catch (RuntimeException e) {
            LOG.warn("Old counts of refused rows could not be deleted: {}", e.getMessage());
        }
    }
}
