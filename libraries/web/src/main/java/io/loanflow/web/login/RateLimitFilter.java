package io.loanflow.web.login;

import io.loanflow.web.ProblemType;
import io.loanflow.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what one login asks beyond its rate, so that one client does not take the service from the others. */
final class RateLimitFilter extends OncePerRequestFilter {

    private static final ProblemType TOO_MANY =
            ProblemType.of("too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "This login asks too often");

    private final RateLimit limit;

    RateLimitFilter(RateLimit limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> who = WhoAsks.name();
        Duration wait = who.map(name -> limit.take(name, System.nanoTime())).orElse(Duration.ZERO);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        ProblemWriter.write(
                TOO_MANY.because(who.orElseThrow() + " may ask " + limit.perSecond()
                        + " times a second. Ask again in a while, or send many rows at once."),
                request,
                response);
    }
}
