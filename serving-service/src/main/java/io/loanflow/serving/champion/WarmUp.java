package io.loanflow.serving.champion;

import io.loanflow.serving.ServingSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has a model answer its self-test's row over HTTP before clients ask it: a JVM is slow until it has compiled what stands between a
 * socket and an answer. The first model takes the time for that; one after it a moment, while the one in service answers.
 */
@Component
public class WarmUp {

    /** Its requests are sent below this, followed by {@link #token}. */
    public static final String PATH = "/warm-up";

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    /** What the last tier of the compiler has seen enough of. */
    private static final int REQUESTS_FROM_COLD = 60_000;

    private static final OwnServer.Limit ANOTHER = new OwnServer.Limit(1_000, Duration.ofMillis(300));

    private final OwnServer server;
    private final OwnServer.Limit fromCold;
    private final String token = UUID.randomUUID().toString();
    private volatile @Nullable ServedModel candidate;
    private boolean warm;

    WarmUp(OwnServer server, ServingSettings settings) {
        this.server = server;
        this.fromCold = new OwnServer.Limit(REQUESTS_FROM_COLD, settings.warmUp());
    }

    /**
     * The model that is being warmed up.
     *
     * @param told what nobody outside this process knows
     * @return empty where the token is wrong
     */
    public Optional<ServedModel> candidate(String told) {
        return token.equals(told) ? Optional.ofNullable(candidate) : Optional.empty();
    }

    /** Whether this process has warmed up with a first model. */
    synchronized boolean wasDone() {
        return warm;
    }

    /** Never fails: a model that is slow at first is better than none. */
    synchronized void of(ServedModel model) {
        byte[] row = model.example().toString().getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        candidate = model;
        try {
            int answers = server.ask(PATH + "/" + token, row, warm ? ANOTHER : fromCold);
            if (!warm && answers > 0) {
                CompilerQueue.awaitEmpty(
                        Duration.ofNanos(start + fromCold.time().toNanos() - System.nanoTime()));
                warm = true;
            }
            LOG.info(
                    "Model {} version {} has answered {} times within {} ms to warm up",
                    model.version().name(),
                    model.version().version(),
                    answers,
                    (System.nanoTime() - start) / 1_000_000);
        } finally {
            candidate = null;
        }
    }
}
