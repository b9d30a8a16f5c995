package io.loanflow.web.login;

import io.loanflow.contracts.login.ApiKey;
import java.util.Optional;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Logs in whoever has the secret of a key, as a bearer of it or, in a browser, with its name and the secret as password. */
final class KeyLogin {

    private final ApiKeyStore keys;

    KeyLogin(ApiKeyStore keys) {
        this.keys = keys;
    }

    Authentication bearer(String secret) {
        return known(keys.find(secret));
    }

    Authentication named(String name, String secret) {
        return known(keys.find(secret).filter(key -> key.name().equals(name)));
    }

    private static Authentication known(Optional<ApiKey> found) {
        ApiKey key =
                found.orElseThrow(() -> new BadCredentialsException("The key is unknown, has expired or was revoked."));
        return UsernamePasswordAuthenticationToken.authenticated(key.name(), null, Authorities.of(key.roles()));
    }
}
