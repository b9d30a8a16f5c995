package io.loanflow.web.login;

import io.loanflow.contracts.login.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

/** Lets a request through to whom its address is allowed to. */
final class RoleCheck implements AuthorizationManager<HttpServletRequest> {

    private final AddressAccess access;
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    RoleCheck(AddressAccess access) {
        this.access = access;
    }

    /** Somebody who is known may not. */
    static final class Refusal extends AuthorizationDecision {

        private static final long serialVersionUID = 1;

        private final String reason;

        Refusal(String reason) {
            super(false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> asking, HttpServletRequest request) {
        Optional<Set<Role>> allowed = access.of(request);
        if (allowed.isEmpty()) {
            return new AuthorizationDecision(true);
        }
        Authentication who = asking.get();
        if (who == null || !trust.isAuthenticated(who)) {
            return new AuthorizationDecision(false);
        }
        Set<Role> has = Authorities.roles(who);
        return Collections.disjoint(allowed.get(), has)
                ? new Refusal("This takes " + words(allowed.get()) + "; " + who.getName() + " has " + words(has) + ".")
                : new AuthorizationDecision(true);
    }

    private static String words(Collection<Role> roles) {
        return roles.isEmpty()
                ? "no role"
                : roles.stream().sorted().map(Role::word).collect(Collectors.joining(" or ", "role ", ""));
    }
}
