package io.loanflow.web.server;

import io.loanflow.web.ProblemType;
import io.loanflow.web.ProblemWriter;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that come from behind the controllers (filters, the container) as problem documents. */
@Hidden
@RestController
public class ProblemErrorController implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        // Asked for by a client, it is an address like others that are not there.
        int code = status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        byte[] document = ProblemWriter.bytes(
                ProblemType.ofStatus(code), Objects.toString(path, request.getRequestURI()), request);
        response.setStatus(code);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(document);
    }
}
