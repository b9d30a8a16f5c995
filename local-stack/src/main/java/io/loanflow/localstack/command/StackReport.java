package io.loanflow.localstack.command;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.localstack.dataset.IngestionClient;
import io.loanflow.localstack.dataset.WrongDefinition;
import io.loanflow.localstack.prediction.ServingClient;
import io.loanflow.localstack.rest.ServiceAddress;
import io.loanflow.localstack.stack.PartStatus;
import io.loanflow.localstack.stack.Stack;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * How a stack is, as status prints it.
 *
 * @param up whether all its parts do their work
 * @param models in service
 * @param wrongDefinitions of data sets that cannot be loaded
 */
record StackReport(
        boolean up, List<PartStatus> parts, List<ModelInService> models, List<WrongDefinition> wrongDefinitions) {

    static final StackReport NOTHING = new StackReport(false, List.of(), List.of(), List.of());

    /** @param origin of the rows that it learned from */
    record ModelInService(String dataset, String name, int version, String origin) {

        private static ModelInService of(JsonNode model) {
            return new ModelInService(
                    model.path("dataset").asString(),
                    model.path("name").asString(),
                    model.path("version").asInt(),
                    model.path("origin").asString());
        }
    }

    static StackReport of(Surroundings surroundings, Stack stack) {
        List<PartStatus> parts = stack.statuses();
        IngestionClient ingestion =
                new IngestionClient(surroundings.service(stack.configuration().ingestionUrl()));
        TreeSet<String> datasets = new TreeSet<>(ingestion.datasets());
        datasets.add(DatasetCatalog.STANDARD);
        ServiceAddress serving = surroundings.service(stack.configuration().servingUrl());
        List<ModelInService> models = datasets.stream()
                .flatMap(dataset -> new ServingClient(serving, dataset).model().stream())
                .map(ModelInService::of)
                .toList();
        boolean up = !parts.isEmpty() && parts.stream().allMatch(PartStatus::works);
        return new StackReport(up, parts, models, ingestion.wrongDefinitions());
    }
}
