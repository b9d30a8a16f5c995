package io.loanflow.web.server;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Settings that every service has unless it says otherwise. */
public final class WebDefaults implements EnvironmentPostProcessor {

    /** Text of a client can hold line ends; a line that it begins could be taken for the service's own. */
    private static final String MESSAGE = "%replace(%m){'[\\r\\n\\u0085\\u2028\\u2029]+', ' '}";

    private static final String EXCEPTION =
            "%replace(%ex){'[\\r\\n]+(?!\\s*at |\\s*\\.\\.\\. |\\s*Caused by: |\\s*Suppressed: |$)', ' '}";

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p ${PID:- } --- [%15.15t] %-40.40logger{39} : " + MESSAGE + "%n"
                    + EXCEPTION;

    private static final Map<String, Object> DEFAULTS = Map.of(
            "logging.pattern.console",
            PATTERN,
            // For the next bytes of a request's head or of an upload, and for a client to take more of an answer.
            "server.tomcat.connection-timeout",
            "10s",
            "server.tomcat.keep-alive-timeout",
            "60s",
            // What is refused is read by the body filter, which does not wait for it.
            "server.tomcat.max-swallow-size",
            "64KB",
            "loanflow.limits.max-body",
            "${LOANFLOW_MAX_BODY:1MB}",
            "loanflow.limits.memory",
            "${LOANFLOW_REQUEST_MEMORY:0}",
            "loanflow.access.public-url",
            "${LOANFLOW_PUBLIC_URL:http://127.0.0.1}",
            "loanflow.access.hosts",
            "${LOANFLOW_ALLOWED_HOSTS:}");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("loanflow web defaults", DEFAULTS));
    }
}
