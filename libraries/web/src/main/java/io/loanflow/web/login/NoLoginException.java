package io.loanflow.web.login;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Everybody who reaches the machine could ask the service. */
public final class NoLoginException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param address where the service would listen; null for everywhere */
    public NoLoginException(@Nullable InetAddress address) {
        super("The service would listen on " + (address == null ? "every address" : address.getHostAddress())
                + " of this machine, and nobody would have to log in.");
    }
}
