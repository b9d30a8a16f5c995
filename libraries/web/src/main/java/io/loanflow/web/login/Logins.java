package io.loanflow.web.login;

import io.loanflow.contracts.login.ApiKey;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Each way to log in that is set up. */
final class Logins implements AuthenticationManager {

    private final @Nullable KeyLogin keys;
    private final @Nullable ProviderLogin provider;

    Logins(LoginSettings settings) {
        Path file = settings.keysFile();
        this.keys = file == null ? null : new KeyLogin(new ApiKeyStore(file, Clock.systemUTC()));
        this.provider = settings.issuerUri().isBlank() ? null : new ProviderLogin(settings);
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        if (claimed instanceof BearerTokenAuthenticationToken bearer) {
            return bearer(bearer.getToken());
        }
        if (keys == null) {
            throw new BadCredentialsException("Log in with a token of the provider.");
        }
        return keys.named(claimed.getName(), Objects.toString(claimed.getCredentials(), ""));
    }

    private Authentication bearer(String token) {
        if (keys != null && (provider == null || token.startsWith(ApiKey.PREFIX))) {
            return keys.bearer(token);
        }
        if (provider == null) {
            throw new BadCredentialsException("No token is taken here.");
        }
        return provider.bearer(token);
    }
}
