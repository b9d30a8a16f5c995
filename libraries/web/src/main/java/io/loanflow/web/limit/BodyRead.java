package io.loanflow.web.limit;

import io.loanflow.web.ProblemWriter;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;

/**
 * A body on its way. It is read whenever some of it is there, so that a client that takes its time costs memory for what it sent and no
 * thread. Once it is whole, the request goes on; what is refused is answered at once and the rest of it dropped, so that the client sees
 * the answer. The container calls one method at a time.
 */
final class BodyRead implements ReadListener, AsyncListener {

    /** Attribute of a request that goes on, with its body. */
    static final String BODY = BodyRead.class.getName() + ".body";

    /** Bytes that are read and dropped after a refusal. */
    private static final long MOST_DROPPED = 128L << 20;

    private static final int PIECE = 8192;

    private static final Logger LOG = LoggerFactory.getLogger(BodyRead.class);

    private final AsyncContext exchange;
    private final BodyFilter.Shares shares;
    private final GrowingBody body;
    private long dropped;
    private boolean isCounted;
    private boolean isRefused;
    private boolean isOver;

    private BodyRead(AsyncContext exchange, BodyFilter.Shares shares) {
        this.exchange = exchange;
        this.shares = shares;
        this.body = new GrowingBody(shares.arriving(), request().getContentLengthLong());
    }

    /** @param refusal where the body is not wanted, however it goes on */
    static void begin(
            HttpServletRequest request,
            HttpServletResponse response,
            BodyFilter.Shares shares,
            @Nullable ProblemDetail refusal)
            throws IOException {
        AsyncContext exchange = request.startAsync(request, response);
        exchange.setTimeout(Math.max(1, shares.limits().bodyTime().toMillis()));
        BodyRead read = new BodyRead(exchange, shares);
        exchange.addListener(read);
        if (refusal != null) {
            read.refuse(refusal);
        } else if (!shares.bodies().tryAcquire()) {
            read.refuse(Refusals.busy());
        } else {
            read.isCounted = true;
        }
        request.getInputStream().setReadListener(read);
    }

    @Override
    public void onDataAvailable() throws IOException {
        ServletInputStream in = request().getInputStream();
        byte[] piece = new byte[PIECE];
        while (!isOver && in.isReady()) {
            int length = in.read(piece);
            if (length < 0) {
                return;
            }
            take(piece, length);
        }
    }

    private void take(byte[] piece, int length) throws IOException {
        if (isRefused) {
            dropped += length;
            if (dropped > MOST_DROPPED) {
                abandon();
            }
        } else if (body.length() + length > shares.limits().maxBody().toBytes()) {
            refuse(Refusals.tooLarge(shares.limits().maxBody().toBytes()));
        } else if (!body.add(piece, length)) {
            refuse(Refusals.busy());
        }
    }

    @Override
    public void onAllDataRead() {
        if (isRefused) {
            end();
        } else {
            request().setAttribute(BODY, body.bytes());
            letGo();
            exchange.dispatch();
        }
    }

    /** The connection is broken, or what came is no HTTP. */
    @Override
    public void onError(Throwable problem) {
        LOG.debug("A body could not be read", problem);
        if (!isRefused) {
            refuseQuietly();
        }
        abandon();
    }

    private void refuseQuietly() {
        try {
            refuse(Refusals.broken());
        } catch (IOException e) {
            LOG.debug("Nobody reads the answer", e);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        if (!isRefused) {
            refuse(Refusals.tooSlow(shares.limits()));
        }
        abandon();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        letGo();
    }

    @Override
    public void onError(AsyncEvent event) {
        letGo();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}

    private void refuse(ProblemDetail problem) throws IOException {
        isRefused = true;
        letGo();
        HttpServletResponse response = (HttpServletResponse) exchange.getResponse();
        if (problem.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        response.setHeader(HttpHeaders.CONNECTION, "close");
        ProblemWriter.write(problem, request(), response);
    }

    /** Ends without another look at what may still come. */
    private void abandon() {
        Unread.drop(request());
        end();
    }

    private void end() {
        if (!isOver) {
            isOver = true;
            exchange.complete();
        }
    }

    private void letGo() {
        body.letGo();
        if (isCounted) {
            isCounted = false;
            shares.bodies().release();
        }
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) exchange.getRequest();
    }
}
