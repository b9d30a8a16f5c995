package io.loanflow.web.page;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach what pages lead to, under {@code loanflow.pages}.
 *
 * @param temporal Temporal's UI; null where it is not known
 * @param namespace of Temporal
 */
@ConfigurationProperties("loanflow.pages")
public record PageSettings(
        @DefaultValue("http://127.0.0.1:8080") URI serving,
        @DefaultValue("http://127.0.0.1:8081") URI ingestion,
        @DefaultValue("http://127.0.0.1:8085") URI monitoring,
        @Nullable URI temporal,
        @DefaultValue("default") String namespace,
        @DefaultValue("http://127.0.0.1:5000") URI mlflow) {

    public PageSettings {
        // An empty variable is one that is not set.
        temporal = temporal == null || temporal.toString().isEmpty() ? null : temporal;
    }

    URI address(Service service) {
        return switch (service) {
            case SERVING -> serving;
            case INGESTION -> ingestion;
            case MONITORING -> monitoring;
        };
    }
}
