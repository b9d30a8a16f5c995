package io.loanflow.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** Who sent the request that this thread answers. */
public final class WhoAsks {

    private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

    /** Where the filters of logins keep it. */
    private static final SecurityContextRepository KEPT = new RequestAttributeSecurityContextRepository();

    private WhoAsks() {}

    /** The name of the key or of the provider's user; empty where nobody logs in. */
    public static Optional<String> name() {
        return name(SecurityContextHolder.getContext().getAuthentication());
    }

    /** The same of a request, on whatever thread, also once it is answered. */
    public static Optional<String> of(HttpServletRequest request) {
        return name(KEPT.loadDeferredContext(request).get().getAuthentication());
    }

    private static Optional<String> name(@Nullable Authentication who) {
        return Optional.ofNullable(who).filter(TRUST::isAuthenticated).map(Authentication::getName);
    }
}
