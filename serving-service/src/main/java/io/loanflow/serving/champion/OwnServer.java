package io.loanflow.serving.champion;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final int CONNECTIONS = 4;

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
     * Posts JSON again and again, over a few connections.
     *
     * @return how often it was answered well; fewer than wanted where the time was over or an answer was none
     */
    int ask(String path, byte[] json, Limit limit) {
        InetSocketAddress server = address;
        if (server == null) {
            return 0;
        }
        AtomicInteger answered = new AtomicInteger();
        long end = System.nanoTime() + limit.time().toNanos();
        Runnable client = () -> {
            try (OwnConnection connection = new OwnConnection(server, path, json)) {
                while (System.nanoTime() < end && answered.get() < limit.requests() && connection.isAnswered()) {
                    answered.incrementAndGet();
                }
            } catch (IOException e) {
                LOG.debug("The service does not answer itself", e);
            }
        };
        run(Collections.nCopies(CONNECTIONS, client));
        return answered.get();
    }

    private static void run(List<Runnable> clients) {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            var unused =
                    threads.invokeAll(clients.stream().map(Executors::callable).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whatever is reached first. */
    record Limit(int requests, Duration time) {}
}
