package io.loanflow.worker.temporal;

import io.loanflow.worker.WorkerProperties;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sets up the Temporal server beside the running application, again and again until it answers. Readiness, which includes
 * this, is down until then.
 */
@Component("temporalSetup")
class ServerPreparation implements HealthIndicator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerPreparation.class);

    private final Deque<ServerSetup> open;
    private final WorkerProperties properties;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "temporal-setup");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean done;
    private volatile @Nullable RuntimeException lastFailure;

    ServerPreparation(List<ServerSetup> setups, WorkerProperties properties) {
        this.open = new ArrayDeque<>(setups);
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        executor.execute(this::attempt);
    }

    @Override
    public Health health() {
        if (done) {
            return Health.up().build();
        }
        RuntimeException failure = lastFailure;
        return failure == null
                ? Health.outOfService().build()
                : Health.outOfService().withException(failure).build();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void attempt() {
        try {
            while (!open.isEmpty()) {
                open.element().apply();
                open.remove();
            }
            done = true;
        } catch (RuntimeException failure) {
            if (lastFailure == null) {
                LOG.warn(
                        "cannot set up search attributes and schedules on the Temporal server yet, trying every {}: {}",
                        properties.setupRetryInterval(),
                        failure.getMessage());
            }
            lastFailure = failure;
            var unused = executor.schedule(
                    this::attempt, properties.setupRetryInterval().toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
