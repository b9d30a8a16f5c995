package io.loanflow.localstack.audit;

import io.loanflow.localstack.rest.JsonHttp;
import io.loanflow.localstack.rest.JsonHttp.Answer;
import io.loanflow.localstack.rest.ServiceAddress;
import io.loanflow.localstack.stack.StackException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks the monitoring service for the ledger. */
public final class LedgerClient {

    /** Long enough to read a ledger of a million entries. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private static final int MOST = 500;

    private final JsonHttp http = new JsonHttp(TIMEOUT);
    private final ServiceAddress monitoring;

    /** @param monitoring the monitoring service */
    public LedgerClient(ServiceAddress monitoring) {
        this.monitoring = monitoring;
    }

    /**
     * The latest entries about a data set, the newest first.
     *
     * @throws StackException where the service does not answer, or refuses
     */
    public List<JsonNode> releases(String dataset) {
        return get("/api/v1/releases?dataset=" + dataset + "&size=" + MOST)
                .path("entries")
                .valueStream()
                .toList();
    }

    /**
     * What is found when all entries are held against each other.
     *
     * @param anchor the ledger's end as somebody has kept it; null for none
     * @throws StackException where the service does not answer, or refuses
     */
    public JsonNode verification(@Nullable String anchor) {
        return get("/api/v1/ledger/verification" + (anchor == null ? "" : "?anchor=" + anchor));
    }

    private JsonNode get(String path) {
        try {
            Answer answer = http.send(monitoring.request(path));
            if (!answer.isOk()) {
                throw new StackException("The monitoring service at " + monitoring.url() + " refuses (HTTP status "
                        + answer.status() + "): "
                        + answer.body().path("detail").asString("it does not say why"));
            }
            return answer.body();
        } catch (IOException | JacksonException e) {
            throw new StackException(
                    "The monitoring service does not answer at " + monitoring.url()
                            + "; see loanflow status, start it: loanflow up",
                    e);
        }
    }
}
