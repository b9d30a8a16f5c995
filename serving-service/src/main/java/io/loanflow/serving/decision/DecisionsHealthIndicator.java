package io.loanflow.serving.decision;

import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.ServingSettings.Keeping;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service while decisions must be remembered and cannot be; part of readiness. A database that is away is no reason. */
@Component
class DecisionsHealthIndicator implements HealthIndicator {

    private final Keeping keeping;
    private final DecisionJournal journal;
    private final Shipper shipper;

    DecisionsHealthIndicator(ServingSettings settings, DecisionJournal journal, Shipper shipper) {
        this.keeping = settings.decisions().keeping();
        this.journal = journal;
        this.shipper = shipper;
    }

    @Override
    public Health health() {
        Optional<String> failure = keeping == Keeping.OFF ? Optional.empty() : journal.failure();
        Health.Builder health =
                failure.isPresent() && keeping == Keeping.REQUIRED ? Health.outOfService() : Health.up();
        health.withDetail("keeping", keeping.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        failure.ifPresent(reason -> health.withDetail("reason", reason));
        if (keeping != Keeping.OFF) {
            health.withDetail("waitingBytes", shipper.waitingBytes());
            shipper.problem().ifPresent(problem -> health.withDetail("notShipped", problem));
        }
        return health.build();
    }
}
