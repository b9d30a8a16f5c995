package io.loanflow.web.server;

import static java.util.Map.entry;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Settings that every service has unless it says otherwise. */
public final class WebDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            // Buckets of a histogram; few, since each address, method and status has them.
            entry(
                    "management.metrics.distribution.slo.http.server.requests",
                    "1ms,5ms,10ms,25ms,50ms,100ms,250ms,500ms,1s,5s,30s"),
            // For the next bytes of a request's head or of an upload, and for a client to take more of an answer.
            entry("server.tomcat.connection-timeout", "10s"),
            entry("server.tomcat.keep-alive-timeout", "60s"),
            // What is refused is read by the body filter, which does not wait for it.
            entry("server.tomcat.max-swallow-size", "64KB"),
            entry("loanflow.limits.max-body", "${LOANFLOW_MAX_BODY:1MB}"),
            entry("loanflow.limits.memory", "${LOANFLOW_REQUEST_MEMORY:0}"),
            entry("loanflow.access.public-url", "${LOANFLOW_PUBLIC_URL:http://127.0.0.1}"),
            entry("loanflow.access.hosts", "${LOANFLOW_ALLOWED_HOSTS:}"),
            entry("loanflow.login.keys", "${LOANFLOW_API_KEYS:}"),
            entry("loanflow.login.issuer-uri", "${LOANFLOW_ISSUER_URI:}"),
            entry("loanflow.login.audience", "${LOANFLOW_AUDIENCE:}"),
            entry("loanflow.login.roles-claim", "${LOANFLOW_ROLES_CLAIM:roles}"),
            entry("loanflow.login.rate-limit", "${LOANFLOW_RATE_LIMIT:2000}"),
            entry("loanflow.audit.file", "${LOANFLOW_AUDIT_LOG:}"),
            entry("loanflow.pages.serving", "${LOANFLOW_SERVING_URL:http://127.0.0.1:8080}"),
            entry("loanflow.pages.ingestion", "${LOANFLOW_INGESTION_URL:http://127.0.0.1:8081}"),
            entry("loanflow.pages.monitoring", "${LOANFLOW_MONITORING_URL:http://127.0.0.1:8085}"),
            entry("loanflow.pages.temporal", "${TEMPORAL_UI_URL:}"),
            entry("loanflow.pages.namespace", "${TEMPORAL_NAMESPACE:default}"),
            entry("loanflow.pages.mlflow", "${MLFLOW_PUBLIC_URL:${MLFLOW_TRACKING_URI:http://127.0.0.1:5000}}"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("loanflow web defaults", DEFAULTS));
    }
}
