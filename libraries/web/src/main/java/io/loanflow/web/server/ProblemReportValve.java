package io.loanflow.web.server;

import io.loanflow.web.ProblemType;
import io.loanflow.web.ProblemWriter;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/** What the container refuses by itself, before any of our code sees it, as a problem document. */
public final class ProblemReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable problem) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            byte[] document = ProblemWriter.bytes(ProblemType.ofStatus(status), path(request), request);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(document.length);
            response.getOutputStream().write(document);
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("Nobody reads the answer", e);
        }
    }

    /** A request line that cannot be read has none. */
    private static String path(Request request) {
        String path = request.getRequestURI();
        return path == null ? "" : path;
    }
}
