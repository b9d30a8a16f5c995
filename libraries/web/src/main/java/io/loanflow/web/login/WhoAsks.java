package io.loanflow.web.login;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who sent the request that this thread answers. */
public final class WhoAsks {

    private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

    private WhoAsks() {}

    /** The name of the key or of the provider's user; empty where nobody logs in. */
    public static Optional<String> name() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(TRUST::isAuthenticated)
                .map(Authentication::getName);
    }
}
