package io.loanflow.serving.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application as a process of its own. */
record Application(String base, Server server) implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PAUSE_NANOSECONDS = 20_000_000;

    double startSeconds() {
        return server.startSeconds();
    }

    long megabytes() throws IOException {
        return server.megabytes();
    }

    /** Waits until the journal's decisions are in the database. */
    void awaitShipped() {
        while (waitingBytes() > 0) {
            LockSupport.parkNanos(PAUSE_NANOSECONDS);
        }
    }

    private long waitingBytes() {
        try (InputStream health = URI.create(base + "/actuator/health").toURL().openStream()) {
            JsonNode details = JSON.readTree(health).at("/components/decisions/details");
            if (details.has("notShipped")) {
                throw new IllegalStateException("decisions are not shipped: "
                        + details.path("notShipped").asString());
            }
            return details.path("waitingBytes").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
