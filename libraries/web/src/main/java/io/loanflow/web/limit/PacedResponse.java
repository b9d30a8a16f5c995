package io.loanflow.web.limit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** An answer to a client that has to read it: who reads a byte now and then would hold a thread for ever. */
final class PacedResponse extends HttpServletResponseWrapper {

    private static final int PIECE = 32 * 1024;

    private @Nullable Paced output;

    PacedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        Paced paced = output;
        if (paced == null) {
            paced = new Paced(super.getOutputStream());
            output = paced;
        }
        return paced;
    }

    private static final class Paced extends ServletOutputStream {

        private final ServletOutputStream output;
        /** From the first byte on: working an answer out is not the client's time. */
        private @Nullable Pace pace;

        Paced(ServletOutputStream output) {
            this.output = output;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] content, int offset, int length) throws IOException {
            Pace kept = pace == null ? new Pace() : pace;
            pace = kept;
            for (int done = 0; done < length; done += PIECE) {
                if (kept.isLost()) {
                    throw new SocketTimeoutException("the client reads too slowly");
                }
                int size = Math.min(PIECE, length - done);
                output.write(content, offset + done, size);
                kept.moved(size);
            }
        }

        @Override
        public void flush() throws IOException {
            output.flush();
        }

        @Override
        public void close() throws IOException {
            output.close();
        }

        @Override
        public boolean isReady() {
            return output.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            output.setWriteListener(listener);
        }
    }
}
