package io.loanflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes one OpenAPI document at a time: springdoc writes out parts that the next request already changes. The document is sent
 * after its turn, so that a slow client holds up nobody.
 */
public class ApiDocumentFilter extends OncePerRequestFilter {

    private static final String PATH = "/v3/api-docs";

    private final ReentrantLock turn = new ReentrantLock();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper document = new ContentCachingResponseWrapper(response);
        turn.lock();
        try {
            chain.doFilter(request, document);
        } finally {
            turn.unlock();
        }
        document.copyBodyToResponse();
    }
}
