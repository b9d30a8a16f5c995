package io.loanflow.web.limit;

import io.loanflow.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Has each request wait until its body is here and there is room for answering it, within the {@link LimitSettings}, and refuses it where
 * that takes too long. Health and metrics need no room: they answer while everything else is refused.
 */
public final class BodyFilter implements Filter {

    /** Memory that a request takes for a byte of its body, at most: text, rows, answers, their text. */
    private static final int MEMORY_FOR_A_BYTE = 16;

    /** Memory that any request takes. */
    private static final long LEAST = 1024 * 1024;

    /** Bytes of an upload that are read and dropped after its answer. */
    private static final long MOST_DROPPED = 32L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(BodyFilter.class);

    private final Shares shares;
    private final Room working;
    private final Semaphore uploads;
    private final List<PathPattern> streamed;

    /** What bodies share while they arrive. */
    record Shares(LimitSettings limits, Room arriving, Semaphore bodies) {}

    public BodyFilter(LimitSettings limits) {
        long memory = limits.memoryBytes();
        shares = new Shares(limits, new Room(memory / 4), new Semaphore(limits.maxArriving()));
        working = new Room(memory - memory / 4);
        uploads = new Semaphore(limits.maxUploads());
        streamed = limits.streamed().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        if (request.getAttribute(BodyRead.BODY) instanceof byte[] body) {
            request.removeAttribute(BodyRead.BODY);
            answer(new WholeBodyRequest(request, body), response, body.length, chain);
        } else if (request.getDispatcherType() != DispatcherType.REQUEST) {
            chain.doFilter(request, response);
        } else if (!hasBody(request)) {
            answer(request, response, 0, chain);
        } else if (isUpload(request)) {
            upload(request, response, chain);
        } else {
            read(request, response, chain);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/"))
                || streamed.stream().anyMatch(pattern -> pattern.matches(path(request)));
    }

    /** As it came: it is decoded here, once, as it is where its handler is looked for. */
    private static PathContainer path(HttpServletRequest request) {
        return PathContainer.parsePath(request.getRequestURI());
    }

    private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long limit = shares.limits().maxBody().toBytes();
        long length = request.getContentLengthLong();
        ServletInputStream input = request.getInputStream();
        if (length > limit) {
            BodyRead.begin(request, response, shares, Refusals.tooLarge(limit));
        } else if (length > 0 && length <= input.available()) {
            byte[] body = input.readNBytes((int) length);
            answer(new WholeBodyRequest(request, body), response, length, chain);
        } else {
            BodyRead.begin(request, response, shares, null);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, long length, FilterChain chain)
            throws IOException, ServletException {
        if (request.getServletPath().startsWith("/actuator")) {
            chain.doFilter(request, new PacedResponse(response));
            return;
        }
        long memory = Math.max(LEAST, length * MEMORY_FOR_A_BYTE);
        if (!isRoom(memory)) {
            refuse(request, response, Refusals.busy());
            return;
        }
        try {
            chain.doFilter(request, new PacedResponse(response));
        } finally {
            working.giveBack(memory);
        }
    }

    private boolean isRoom(long memory) {
        try {
            return working.take(memory, shares.limits().patience());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Goes to a disk as it comes, with a thread that waits for it, so there are few at a time. */
    private void upload(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!uploads.tryAcquire()) {
            BodyRead.begin(request, response, shares, Refusals.busy());
            return;
        }
        try {
            answer(request, response, 0, chain);
            drop(request);
        } finally {
            uploads.release();
        }
    }

    /** The rest of what was refused: a client that still sends does not see why. */
    private static void drop(HttpServletRequest request) {
        try {
            long left = request.getInputStream().skip(MOST_DROPPED);
            if (left == MOST_DROPPED) {
                Unread.drop(request);
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The rest of an upload cannot be read", e);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        ProblemWriter.write(problem, request, response);
    }
}
