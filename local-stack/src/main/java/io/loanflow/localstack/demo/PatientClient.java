package io.loanflow.localstack.demo;

import io.loanflow.localstack.prediction.ServingClient;
import io.loanflow.localstack.stack.StackException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A client that wants its answer: where serving gives none, it sends the same request again with the same {@code Idempotency-Key}, so that
 * a record is decided once, whatever was lost on the way. For one thread.
 */
final class PatientClient {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Longer than a service that was killed takes to start on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ServingClient serving;
    private long sentAgain;

    PatientClient(ServingClient serving) {
        this.serving = serving;
    }

    /** @param silence from the first request to the answer; zero where that was its answer */
    record Answered(JsonNode answer, Duration silence) {}

    /** How many requests had to be sent again. */
    long sentAgain() {
        return sentAgain;
    }

    /**
     * Asks until there is an answer.
     *
     * @param rows an array
     * @throws StackException if there is none for minutes
     */
    Answered predict(String rows) {
        String key = UUID.randomUUID().toString();
        Optional<JsonNode> first = serving.predict(rows, key);
        if (first.isPresent()) {
            return new Answered(first.get(), Duration.ZERO);
        }
        sentAgain++;
        Instant begin = Instant.now();
        while (Instant.now().isBefore(begin.plus(PATIENCE))) {
            Pause.of(PAUSE);
            Optional<JsonNode> answer = serving.predict(rows, key);
            if (answer.isPresent()) {
                return new Answered(answer.get(), Duration.between(begin, Instant.now()));
            }
        }
        throw new StackException("Serving did not answer for " + PATIENCE.toMinutes()
                + " minutes; loanflow status shows whether it runs.");
    }
}
