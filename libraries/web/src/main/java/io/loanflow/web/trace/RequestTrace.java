package io.loanflow.web.trace;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** The trace that a request is part of, known as long as the request is: also where the container answers it in the end. */
public final class RequestTrace {

    private static final String ATTRIBUTE = RequestTrace.class.getName();

    private RequestTrace() {}

    static void set(ServletRequest request, String id) {
        request.setAttribute(ATTRIBUTE, id);
    }

    /** 32 hexadecimal digits; empty where the request was refused before it could be part of a trace. */
    public static Optional<String> id(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? Optional.of(id) : Optional.empty();
    }
}
