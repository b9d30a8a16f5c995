package io.loanflow.web.login;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How clients log in, under {@code loanflow.login}. With neither keys nor an issuer there is no login.
 *
 * @param keys file of the keys of client applications, a line for each; empty for none
 * @param issuerUri OpenID provider whose tokens are taken; empty for none
 * @param audience what a token has to be made for; empty where any of the issuer's will do
 * @param rolesClaim where a token names roles; dots lead into objects
 * @param rateLimit requests a second of each login
 */
@ConfigurationProperties("loanflow.login")
public record LoginSettings(
        @DefaultValue("") String keys,
        @DefaultValue("") String issuerUri,
        @DefaultValue("") String audience,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("2000") int rateLimit) {

    public LoginSettings {
        if (rateLimit < 1) {
            throw new IllegalArgumentException("LOANFLOW_RATE_LIMIT is 1 request a second or more, not " + rateLimit);
        }
    }

    /** Whether anybody has to log in. */
    public boolean isOn() {
        return !keys.isBlank() || !issuerUri.isBlank();
    }

    @Nullable
    Path keysFile() {
        return keys.isBlank() ? null : Path.of(keys.strip());
    }
}
