package io.loanflow.serving.champion;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What Prometheus sees of the models in service. */
@Component
class ChampionMeters {

    private final MeterRegistry registry;
    private final Map<String, OfDataset> byDataset = new ConcurrentHashMap<>();

    ChampionMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Makes the meters of a data set, so that their zeros are seen. */
    OfDataset of(Champion champion) {
        return byDataset.computeIfAbsent(champion.dataset(), dataset -> register(dataset, champion));
    }

    private OfDataset register(String dataset, Champion champion) {
        Gauge.builder("loanflow.champion.version", champion, ChampionMeters::versionInService)
                .description("Version in service, 0 while there is none")
                .tag("dataset", dataset)
                .register(registry);
        return new OfDataset(
                Counter.builder("loanflow.champion.switches")
                        .description("Models put in service")
                        .tag("dataset", dataset)
                        .register(registry),
                Counter.builder("loanflow.champion.refusals")
                        .description("Champions that could not be served")
                        .tag("dataset", dataset)
                        .register(registry));
    }

    private static double versionInService(Champion champion) {
        return champion.current().map(model -> model.version().version()).orElse(0);
    }

    record OfDataset(Counter switches, Counter refusals) {}
}
