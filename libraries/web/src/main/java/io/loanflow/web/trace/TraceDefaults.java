package io.loanflow.web.trace;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Sends traces where {@code LOANFLOW_OTLP_ENDPOINT} says, the address of a collector without a path, as OpenTelemetry's own {@code
 * OTEL_EXPORTER_OTLP_ENDPOINT} is, which works as well. Where neither is set, requests have trace ids and nothing is recorded of them.
 */
public final class TraceDefaults implements EnvironmentPostProcessor {

    private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";
    private static final String SAMPLING = "management.tracing.sampling.probability";
    private static final String SHARE = "${LOANFLOW_TRACE_SHARE:1}";

    /** What holds either way. */
    private static final Map<String, Object> ALWAYS = Map.of(
            "management.tracing.propagation.type", "W3C",
            // A stranger's baggage is not carried about.
            "management.tracing.baggage.enabled", "false",
            "management.logging.export.otlp.enabled", "false",
            // A collector that hangs delays nothing but the end of the service, and that not for long.
            "management.opentelemetry.tracing.export.otlp.connect-timeout", "2s",
            "management.opentelemetry.tracing.export.otlp.timeout", "3s",
            "management.opentelemetry.tracing.export.timeout", "3s");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("loanflow traces", ALWAYS));
        environment.getPropertySources().addLast(new MapPropertySource("loanflow trace export", export(environment)));
    }

    private static Map<String, Object> export(ConfigurableEnvironment environment) {
        String collector = environment.getProperty("LOANFLOW_OTLP_ENDPOINT", "").strip();
        if (!collector.isEmpty()) {
            return Map.of(ENDPOINT, collector.replaceAll("/+$", "") + "/v1/traces", SAMPLING, SHARE);
        }
        return Map.of(SAMPLING, environment.containsProperty(ENDPOINT) ? SHARE : "0");
    }
}
