package io.loanflow.serving.web;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.web.ProblemSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Completes the OpenAPI document with what only the models in service know: which data sets there are, and what a row of each is. */
@Component
class ApiDocument implements GlobalOpenApiCustomizer {

    private final Champions champions;
    private final JsonMapper mapper;
    private final ServingSettings settings;

    ApiDocument(Champions champions, JsonMapper mapper, ServingSettings settings) {
        this.champions = champions;
        this.mapper = mapper;
        this.settings = settings;
    }

    /** Puts the addresses of each data set in the place of those with a variable. */
    @Override
    public void customise(OpenAPI document) {
        List<ServedModel> models = champions.inService();
        Components components = Optional.ofNullable(document.getComponents()).orElseGet(Components::new);
        document.setComponents(components.addSchemas(ProblemSchema.NAME, Problems.schema()));
        // What what-if changes is a value of a row; springdoc would describe Jackson's class.
        components.addSchemas(JsonNode.class.getSimpleName(), RowSchema.typed("string", "number"));
        schemas(components, champions.standard(), RowSchema.typed("object"));
        Paths paths = new Paths();
        standard(document, models).addTo(paths, ApiPaths.OF_STANDARD);
        for (ServedModel model : models) {
            String dataset = model.version().name();
            schemas(components, dataset, RowSchema.of(model.definition()));
            document.addTagsItem(new Tag().name(dataset).description(describe(model)));
            String address = ApiPaths.OF_STANDARD + "/" + dataset;
            new ApiOperations(document.getPaths(), dataset, "_" + dataset)
                    .under(dataset)
                    .with(new ApiExamples(mapper, model, address))
                    .addTo(paths, address);
        }
        for (String decision : List.of(ApiPaths.DECISION, ApiPaths.DECISION + ApiPaths.REPLAY)) {
            paths.addPathItem(decision, document.getPaths().get(decision));
        }
        document.getPaths().forEach((address, operations) -> {
            if (!address.startsWith("/api/")) {
                paths.addPathItem(address, operations);
            }
        });
        document.setPaths(paths);
    }

    /** The addresses without a name. */
    private ApiOperations standard(OpenAPI document, List<ServedModel> models) {
        Optional<ServedModel> standard = models.stream()
                .filter(model -> model.version().name().equals(champions.standard()))
                .findFirst();
        document.setInfo(new Info()
                .title("Loanflow predictions")
                .version("v1")
                .description(standard.map(ApiDocument::describe)
                        .orElse("No model of " + champions.standard()
                                + " is in service yet: what a row consists of is not known.")));
        ApiOperations operations = new ApiOperations(document.getPaths(), champions.standard(), "");
        return standard.map(model -> operations.with(new ApiExamples(mapper, model, ApiPaths.OF_STANDARD)))
                .orElse(operations);
    }

    private void schemas(Components components, String dataset, Schema<Object> row) {
        String name = ApiOperations.rowSchema(dataset);
        components.addSchemas(name, row);
        components.addSchemas(ApiOperations.batchSchema(dataset), RowSchema.batch(name, settings.maxBatchRows()));
    }

    private static String describe(ServedModel model) {
        DatasetDefinition definition = model.definition();
        return "Model %s, version %d, trained on data set %s (%s). Probabilities are those of %s = %s (%s)."
                .formatted(
                        model.version().name(),
                        model.version().version(),
                        definition.name(),
                        model.origin(),
                        definition.target().name(),
                        definition.positiveLabel(),
                        definition.positiveName());
    }
}
