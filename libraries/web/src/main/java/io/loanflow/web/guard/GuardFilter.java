package io.loanflow.web.guard;

import io.loanflow.web.ProblemType;
import io.loanflow.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps pages of other sites from using a browser that can reach the service: by a foreign name (DNS rebinding), by a form (CSRF), in
 * a frame, or by having an answer taken for something else than it is.
 */
public final class GuardFilter extends OncePerRequestFilter {

    static final ProblemType UNKNOWN_HOST =
            ProblemType.of("unknown-host", HttpStatus.MISDIRECTED_REQUEST, "The service has another name");
    static final ProblemType FOREIGN_ORIGIN =
            ProblemType.of("foreign-origin", HttpStatus.FORBIDDEN, "A page of another site may not do this");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

    /** No script, and nothing from elsewhere. */
    private static final String PAGES = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String SWAGGER = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Hosts hosts;

    public GuardFilter(AccessSettings settings) {
        this.hosts = new Hosts(settings);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        secure(request, response);
        String host = request.getHeader(HttpHeaders.HOST);
        if (!hosts.areAskedBy(host)) {
            ProblemWriter.write(
                    UNKNOWN_HOST.because("The request asks for a host that this service is not. Ask under its own name,"
                            + " or name the host in LOANFLOW_ALLOWED_HOSTS."),
                    request,
                    response);
        } else if (!READING.contains(request.getMethod()) && isForeign(request, host)) {
            ProblemWriter.write(
                    FOREIGN_ORIGIN.because("A browser sent this from a page of another site."), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Clients other than browsers send neither header. */
    private boolean isForeign(HttpServletRequest request, @Nullable String host) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return (site != null && !OWN_PAGES.contains(site)) || (origin != null && !hosts.areOrigin(origin, host));
    }

    private static void secure(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getServletPath();
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // Without a referrer browsers would hide the origin of our own forms too.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", path.startsWith("/swagger-ui") ? SWAGGER : PAGES);
        if (path.startsWith("/api/") || !READING.contains(request.getMethod())) {
            // Answers are about persons.
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
