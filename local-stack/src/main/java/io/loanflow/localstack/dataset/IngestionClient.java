package io.loanflow.localstack.dataset;

import io.loanflow.localstack.rest.JsonHttp;
import io.loanflow.localstack.rest.JsonHttp.Answer;
import io.loanflow.localstack.rest.ServiceAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks the ingestion service for what is good to know, but not needed: where it does not answer there is nothing. */
public final class IngestionClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final JsonHttp http = new JsonHttp(TIMEOUT);
    private final ServiceAddress service;

    /** @param service the ingestion service */
    public IngestionClient(ServiceAddress service) {
        this.service = service;
    }

    /** Names of all data sets, also of those that cannot be loaded. */
    public List<String> datasets() {
        return described().stream()
                .map(dataset -> dataset.path("name").asString(""))
                .toList();
    }

    /** Data sets that cannot be loaded. */
    public List<WrongDefinition> wrongDefinitions() {
        return described().stream()
                .filter(dataset -> dataset.has("problem"))
                .map(dataset -> new WrongDefinition(
                        dataset.path("name").asString(""),
                        dataset.path("problem").asString("")))
                .toList();
    }

    private List<JsonNode> described() {
        return get("/api/v1/datasets")
                .map(datasets -> datasets.valueStream().toList())
                .orElse(List.of());
    }

    /** The stored rows of a load, column by column. */
    public List<JsonNode> profile(long load) {
        return get("/api/v1/loads/" + load + "/profile")
                .map(profile -> profile.path("columns").valueStream().toList())
                .orElse(List.of());
    }

    private Optional<JsonNode> get(String path) {
        try {
            Answer answer = http.send(service.request(path));
            return answer.isOk() ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
