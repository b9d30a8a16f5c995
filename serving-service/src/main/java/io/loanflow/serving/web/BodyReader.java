package io.loanflow.serving.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads a request's body, which was limited before it got here. */
final class BodyReader {

    private BodyReader() {}

    static byte[] read(HttpServletRequest request) throws IOException {
        return request.getInputStream().readAllBytes();
    }
}
