package io.loanflow.web.login;

import io.loanflow.contracts.login.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;

/** Who may ask at an address. What our controllers answer says so itself ({@link AllowedTo}). */
final class AddressAccess {

    private static final String OURS = "io.loanflow.";
    private static final String HEALTH = "/actuator/health";
    private static final String ACTUATOR = "/actuator";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final RequestHandlers handlers;

    AddressAccess(RequestHandlers handlers) {
        this.handlers = handlers;
    }

    /** Who has one of these roles may; empty for whoever asks. */
    Optional<Set<Role>> of(HttpServletRequest request) {
        String path = request.getServletPath();
        if (isBelow(path, HEALTH)) {
            return Optional.empty();
        }
        if (isBelow(path, ACTUATOR)) {
            return Optional.of(
                    READING.contains(request.getMethod())
                            ? EnumSet.of(Role.INSPECT, Role.OPERATE, Role.AUDIT)
                            : EnumSet.of(Role.OPERATE));
        }
        return handlers.of(request)
                .filter(handler -> handler instanceof HandlerMethod method
                        && method.getBeanType().getName().startsWith(OURS))
                .map(handler -> said((HandlerMethod) handler))
                // The API's description, its pages, what is not there: whoever is known here.
                .orElseGet(() -> Optional.of(EnumSet.allOf(Role.class)));
    }

    /** Empty for whoever asks; nobody where it does not say. */
    private static Optional<Set<Role>> said(HandlerMethod handler) {
        Set<Role> said = AllowedRoles.of(handler).orElse(null);
        return said == null ? Optional.of(Set.of()) : said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    private static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
