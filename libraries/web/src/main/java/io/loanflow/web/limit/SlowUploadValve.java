package io.loanflow.web.limit;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Ends uploads that do not go on. The container waits for each piece of a body anew, so that a client that sends a byte now and then
 * holds its thread for ever; here the whole upload has its {@link Pace}.
 */
public final class SlowUploadValve extends ValveBase {

    public SlowUploadValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request exchange = request.getCoyoteRequest();
        Unread.whenDropped(request, () -> exchange.action(ActionCode.DISABLE_SWALLOW_INPUT, null));
        InputBuffer input = exchange.getInputBuffer();
        exchange.setInputBuffer(new Paced(input, request));
        try {
            getNext().invoke(request, response);
        } finally {
            exchange.setInputBuffer(input);
        }
    }

    private static final class Paced implements InputBuffer {

        private final InputBuffer input;
        private final Request request;
        private final Pace pace = new Pace();
        private long waited = System.nanoTime();
        private boolean isBroken;

        Paced(InputBuffer input, Request request) {
            this.input = input;
            this.request = request;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            // What is done with the piece before is not the client's time.
            pace.idle(System.nanoTime() - waited);
            if (isBroken || pace.isLost()) {
                Unread.drop(request);
                throw new SocketTimeoutException("the client sends too slowly");
            }
            // Whoever reads on after a failure would wait again.
            isBroken = true;
            int bytes = input.doRead(handler);
            isBroken = false;
            pace.moved(bytes);
            waited = System.nanoTime();
            return bytes;
        }

        @Override
        public int available() {
            return input.available();
        }
    }
}
