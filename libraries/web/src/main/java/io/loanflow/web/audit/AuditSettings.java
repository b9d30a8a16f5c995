package io.loanflow.web.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where audit events are kept, under {@code loanflow.audit}.
 *
 * @param file that they are appended to; empty to have them among the service's log lines
 */
@ConfigurationProperties("loanflow.audit")
public record AuditSettings(@DefaultValue("") String file) {

    @Nullable
    Path path() {
        return file.isBlank() ? null : Path.of(file.strip()).toAbsolutePath();
    }
}
