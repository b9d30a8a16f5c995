package io.loanflow.web.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Names the trace in each answer. The filter before it has begun the trace, or goes on with the client's. */
public final class TraceFilter extends OncePerRequestFilter {

    /** Of the answer; the request's is W3C's {@code traceparent}. */
    public static final String HEADER = "X-Trace-Id";

    private final Tracer tracer;

    public TraceFilter(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span = tracer.currentSpan();
        if (span != null) {
            String id = span.context().traceId();
            RequestTrace.set(request, id);
            response.setHeader(HEADER, id);
        }
        chain.doFilter(request, response);
    }
}
