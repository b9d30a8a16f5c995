package io.loanflow.web.guard;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under which names a service may be asked, under {@code loanflow.access}.
 *
 * @param publicUrl where clients reach the service
 * @param hosts further host names, without ports; {@code *} for any, where something in front of the service checks them
 */
@ConfigurationProperties("loanflow.access")
public record AccessSettings(
        @DefaultValue("http://127.0.0.1") URI publicUrl,
        @DefaultValue Set<String> hosts) {

    public AccessSettings {
        hosts = Set.copyOf(hosts);
    }
}
