package io.loanflow.serving.activity;

import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Starts the Temporal worker once Temporal answers. The starter's own way ends the application where it does not, but
 * predictions must not depend on a workflow engine.
 */
class WorkerStarter implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerStarter.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final WorkerFactory factory;
    private boolean failed;

    WorkerStarter(WorkerFactory factory) {
        this.factory = factory;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(this::startIfPossible, RETRY);
    }

    private void startIfPossible() {
        if (factory.isStarted()) {
            return;
        }
        try {
            factory.start();
            LOG.info("The Temporal worker takes tasks");
        } catch (RuntimeException e) {
            if (!failed) {
                LOG.warn(
                        "Temporal does not answer ({}); predictions go on, pipelines wait. Set TEMPORAL_ADDRESS"
                                + " if it is elsewhere.",
                        e.getMessage());
            }
            failed = true;
        }
    }
}
