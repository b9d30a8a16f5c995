package io.loanflow.web.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Keeps everything but health and metrics off their port. */
final class HealthPortValve extends ValveBase {

    private final int port;

    HealthPortValve(int port) {
        super(true);
        this.port = port;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String path = request.getDecodedRequestURI();
        if (request.getLocalPort() == port && (path == null || !path.startsWith("/actuator/"))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            getNext().invoke(request, response);
        }
    }
}
