package io.loanflow.web.limit;

import jakarta.servlet.ServletRequest;

/** What the container would still read of a request after its answer, with a thread that waits for the client. */
final class Unread {

    private static final String DROP = Unread.class.getName();

    private Unread() {}

    /** @param drop has the container close the connection instead */
    static void whenDropped(ServletRequest request, Runnable drop) {
        request.setAttribute(DROP, drop);
    }

    static void drop(ServletRequest request) {
        if (request.getAttribute(DROP) instanceof Runnable drop) {
            drop.run();
        }
    }
}
