package io.loanflow.serving.champion;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up once the champions that are waited for have passed their self-tests; part of readiness. Says of each data set what it has. */
@Component
class ChampionHealthIndicator implements HealthIndicator {

    private final Champions champions;

    ChampionHealthIndicator(Champions champions) {
        this.champions = champions;
    }

    @Override
    public Health health() {
        Health.Builder health = champions.isReady() ? Health.up() : Health.outOfService();
        for (Champion champion : champions.concerned()) {
            health.withDetail(champion.dataset(), details(champion));
        }
        return health.build();
    }

    private static Map<String, Object> details(Champion champion) {
        Map<String, Object> details = new LinkedHashMap<>();
        champion.current()
                .map(ServedModel::version)
                .ifPresentOrElse(
                        version -> {
                            details.put("version", version.version());
                            details.put("runId", version.runId());
                        },
                        () -> details.put("reason", champion.whyNone()));
        champion.refusal().ifPresent(refusal -> details.put("refused", refusal));
        return details;
    }
}
