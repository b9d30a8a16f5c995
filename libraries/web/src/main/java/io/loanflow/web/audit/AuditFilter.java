package io.loanflow.web.audit;

import io.loanflow.contracts.login.Role;
import io.loanflow.web.login.AllowedRoles;
import io.loanflow.web.login.WhoAsks;
import io.loanflow.web.trace.RequestTrace;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Has an event kept of each request that was refused for who asked, for a foreign origin or for its rate, and of each that was to change
 * something. Predictions are none: they are decisions, which are kept themselves.
 */
public final class AuditFilter extends OncePerRequestFilter {

    private static final Set<Integer> REFUSALS =
            Set.of(HttpServletResponse.SC_UNAUTHORIZED, HttpServletResponse.SC_FORBIDDEN, 421, 429);

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final int LONGEST_PATH = 200;

    private final AuditLog log;

    public AuditFilter(AuditLog log) {
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            keep(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            throw e;
        }
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new AtItsEnd(request, response));
        } else {
            keep(request, response.getStatus());
        }
    }

    private void keep(HttpServletRequest request, int status) {
        boolean changes = !READING.contains(request.getMethod()) && isChange(request);
        if (changes || REFUSALS.contains(status)) {
            log.write(new AuditEvent(
                    Instant.now().toString(),
                    log.service(),
                    what(status),
                    WhoAsks.of(request).orElse(null),
                    request.getRemoteAddr(),
                    request.getMethod(),
                    path(request),
                    status,
                    AuditSubjects.of(request),
                    RequestTrace.id(request).orElse(null)));
        }
    }

    private static String what(int status) {
        return status < 400 ? "changed" : status < 500 ? "refused" : "failed";
    }

    private static String path(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
    }

    /** Whether what answers is for those who load, operate or say what came out. */
    private static boolean isChange(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                && AllowedRoles.of(handler)
                        .filter(roles -> !roles.isEmpty() && !roles.contains(Role.PREDICT))
                        .isPresent();
    }

    /** Whoever answers later. */
    private final class AtItsEnd implements AsyncListener {

        private final HttpServletRequest request;
        private final HttpServletResponse response;

        AtItsEnd(HttpServletRequest request, HttpServletResponse response) {
            this.request = request;
            this.response = response;
        }

        @Override
        public void onComplete(@Nullable AsyncEvent event) {
            keep(request, response.getStatus());
        }

        @Override
        public void onTimeout(@Nullable AsyncEvent event) {
            // Its end comes after it.
        }

        @Override
        public void onError(@Nullable AsyncEvent event) {
            // Its end comes after it.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
