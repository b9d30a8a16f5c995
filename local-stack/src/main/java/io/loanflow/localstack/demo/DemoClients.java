package io.loanflow.localstack.demo;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.localstack.prediction.ServingClient;
import io.loanflow.localstack.rest.JsonHttp;
import io.loanflow.localstack.rest.ServiceAddress;
import io.loanflow.localstack.stack.StackException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Asks about records as clients would, and tells later what became of them. For one thread. */
final class DemoClients {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Longer than serving takes to bring a decision into the database. */
    private static final Duration OUTCOME_DELAY = Duration.ofSeconds(8);

    private static final int UNPROCESSABLE = 422;
    private static final int SERVER_ERROR = 500;

    private final PatientClient serving;
    private final JsonHttp http = new JsonHttp(Duration.ofSeconds(60));
    private final ServiceAddress monitoring;
    private final Queue<Known> known = new ArrayDeque<>();
    private long decisions;
    private int version;

    DemoClients(ServiceAddress serving, ServiceAddress monitoring) {
        this.serving = new PatientClient(new ServingClient(serving, DatasetCatalog.STANDARD));
        this.monitoring = monitoring;
    }

    /** How many records were decided about. */
    long decisions() {
        return decisions;
    }

    /** That answered last. */
    int version() {
        return version;
    }

    /** How many requests had to be sent again. */
    long sentAgain() {
        return serving.sentAgain();
    }

    /**
     * Asks until there is an answer.
     *
     * @return how long there was none; zero where the first request was answered
     * @throws StackException if a record is refused, or nothing answers for minutes
     */
    Duration ask(List<DemoRecord> records) {
        ArrayNode rows = JSON.createArrayNode();
        records.forEach(record -> rows.add(record.features()));
        PatientClient.Answered answered = serving.predict(rows.toString());
        List<JsonNode> answers = answered.answer().path("answers").valueStream().toList();
        Instant at = Instant.now();
        for (int i = 0; i < answers.size(); i++) {
            JsonNode answer = answers.get(i).path("prediction");
            if (answer.isMissingNode()) {
                throw new StackException(
                        "Serving refused a record: " + answers.get(i).path("errors"));
            }
            known.add(new Known(
                    answer.path("decisionId").asString(), records.get(i).label(), at));
            version = Math.max(version, answer.path("model").path("version").asInt());
        }
        decisions += answers.size();
        return answered.silence();
    }

    /**
     * Tells what became of decisions that are old enough. Where one is not in the database yet, or the monitoring service does not answer,
     * all wait for the next time; told twice, an outcome is the same outcome.
     */
    void tell() {
        Instant due = Instant.now().minus(OUTCOME_DELAY);
        List<Known> told = known.stream().filter(one -> one.at().isBefore(due)).toList();
        if (!told.isEmpty() && isTaken(told)) {
            told.forEach(one -> known.remove());
        }
    }

    private boolean isTaken(List<Known> told) {
        ArrayNode list = JSON.createArrayNode();
        told.forEach(one -> list.addObject()
                .put("decisionId", one.decisionId())
                .put("label", one.label())
                .put("observedAt", one.at().plusMillis(1).toString()));
        try {
            JsonHttp.Answer answer = http.send(monitoring
                    .request("/api/v1/outcomes?dataset=" + DatasetCatalog.STANDARD)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(list.toString())));
            if (!answer.isOk() && answer.status() != UNPROCESSABLE && answer.status() < SERVER_ERROR) {
                throw new StackException("The monitoring service answered " + answer.status() + ": "
                        + answer.body().path("detail").asString(""));
            }
            return answer.isOk();
        } catch (IOException | JacksonException notNow) {
            return false;
        }
    }

    private record Known(String decisionId, String label, Instant at) {}
}
