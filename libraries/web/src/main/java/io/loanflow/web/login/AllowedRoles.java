package io.loanflow.web.login;

import io.loanflow.contracts.login.Role;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** The roles that what answers a request says it takes ({@link AllowedTo}). */
public final class AllowedRoles {

    private AllowedRoles() {}

    /** None: whoever asks; empty where it says nothing. */
    public static Optional<Set<Role>> of(HandlerMethod handler) {
        AllowedTo own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), AllowedTo.class);
        AllowedTo said =
                own == null ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), AllowedTo.class) : own;
        return Optional.ofNullable(said).map(allowed -> Set.of(allowed.value()));
    }
}
