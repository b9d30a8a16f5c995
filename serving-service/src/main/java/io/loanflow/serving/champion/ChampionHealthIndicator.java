package io.loanflow.serving.champion;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up once a champion has passed its self-test; part of readiness. */
@Component
class ChampionHealthIndicator implements HealthIndicator {

    private final Champion champion;

    ChampionHealthIndicator(Champion champion) {
        this.champion = champion;
    }

    @Override
    public Health health() {
        Health.Builder health = champion.current()
                .map(model -> Health.up()
                        .withDetail("model", model.version().name())
                        .withDetail("version", model.version().version())
                        .withDetail("runId", model.version().runId()))
                .orElseGet(() -> Health.outOfService().withDetail("reason", champion.whyNone()));
        champion.refusal().ifPresent(refusal -> health.withDetail("refused", refusal));
        return health.build();
    }
}
