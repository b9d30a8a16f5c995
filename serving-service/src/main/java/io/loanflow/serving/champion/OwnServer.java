package io.loanflow.serving.champion;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** This process's own HTTP server, as a client sees it. */
@Component
class OwnServer {

    private static final Logger LOG = LoggerFactory.getLogger(OwnServer.class);

    private final @Nullable InetAddress configured;
    private volatile @Nullable InetSocketAddress address;

    OwnServer(ServerProperties properties) {
        configured = properties.getAddress();
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        // Actuator's, where it has a port of its own, is another one.
        if (event.getApplicationContext().getServerNamespace() == null) {
            InetAddress host = configured == null || configured.isAnyLocalAddress()
                    ? InetAddress.getLoopbackAddress()
                    : configured;
            address = new InetSocketAddress(host, event.getWebServer().getPort());
        }
    }

    /**
     * Posts JSON again and again, over one connection: what is compiled meanwhile needs a processor too.
     *
     * @return how often it was answered well; fewer than wanted where the time was over or an answer was none
     */
    int ask(String path, byte[] json, Limit limit) {
        InetSocketAddress server = address;
        int answered = 0;
        if (server == null) {
            return answered;
        }
        long end = System.nanoTime() + limit.time().toNanos();
        try (OwnConnection connection = new OwnConnection(server, path, json)) {
            while (answered < limit.requests() && System.nanoTime() < end && connection.isAnswered()) {
                answered++;
            }
        } catch (IOException e) {
            LOG.debug("The service does not answer itself", e);
        }
        return answered;
    }

    /** Whatever is reached first. */
    record Limit(int requests, Duration time) {}
}
