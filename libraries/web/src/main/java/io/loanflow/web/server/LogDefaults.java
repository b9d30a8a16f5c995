package io.loanflow.web.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** How log lines look: plain, or with {@code LOANFLOW_LOG_FORMAT} as JSON in one of the formats that Spring Boot has. */
public final class LogDefaults implements EnvironmentPostProcessor {

    private static final String PLAIN = "plain";
    private static final Set<String> STRUCTURED = Set.of("ecs", "gelf", "logstash");

    private static final String LINE_ENDS = "[\\r\\n\\u0085\\u2028\\u2029]+";

    /** Text of a client can hold line ends; a line that it begins could be taken for the service's own. */
    private static final String MESSAGE = "%replace(%m){'" + LINE_ENDS + "', ' '}";

    private static final String EXCEPTION =
            "%replace(%ex){'[\\r\\n]+(?!\\s*at |\\s*\\.\\.\\. |\\s*Caused by: |\\s*Suppressed: |$)', ' '}";

    /** What the line is about, where that is known: Temporal's SDK names workflow and run, whoever answers a request its trace. */
    private static final String ABOUT = about("workflow", "WorkflowId")
            + about("run", "RunId")
            + about("decision", "decisionId")
            + about("trace", "traceId");

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p ${PID:- } --- [%15.15t] %-40.40logger{39} : " + ABOUT + MESSAGE + "%n"
                    + EXCEPTION;

    private static String about(String name, String key) {
        return "%replace(%replace(%X{" + key + "}){'" + LINE_ENDS + "', ' '}){'^(.+)$', '" + name + "=$1 '}";
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("logging.pattern.console", PATTERN);
        String format = environment.getProperty("LOANFLOW_LOG_FORMAT", PLAIN).strip();
        if (STRUCTURED.contains(format)) {
            defaults.put("logging.structured.format.console", format);
            // Elastic's names.
            defaults.put("logging.structured.json.rename.traceId", "trace.id");
            defaults.put("logging.structured.json.rename.spanId", "span.id");
        } else if (!format.isEmpty() && !format.equals(PLAIN)) {
            throw new InvalidConfigurationPropertyValueException(
                    "LOANFLOW_LOG_FORMAT", format, "it may be plain, ecs, gelf or logstash");
        }
        environment.getPropertySources().addLast(new MapPropertySource("loanflow log lines", defaults));
    }
}
