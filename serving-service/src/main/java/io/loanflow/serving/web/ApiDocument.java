package io.loanflow.serving.web;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.Champion;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.web.ProblemSchema;
import io.loanflow.web.ProblemType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Completes the OpenAPI document with what only the model in service knows: what an application consists of. */
@Component
class ApiDocument implements GlobalOpenApiCustomizer {

    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";

    private final Champion champion;
    private final JsonMapper mapper;
    private final ServingSettings settings;

    ApiDocument(Champion champion, JsonMapper mapper, ServingSettings settings) {
        this.champion = champion;
        this.mapper = mapper;
        this.settings = settings;
    }

    @Override
    public void customise(OpenAPI document) {
        Optional<ServedModel> model = champion.current();
        document.setInfo(new Info()
                .title("Loanflow predictions")
                .version("v1")
                .description(model.map(ApiDocument::describe)
                        .orElse("No model is in service yet: what an application consists of is not known.")));
        Components components = Optional.ofNullable(document.getComponents()).orElseGet(Components::new);
        document.setComponents(components);
        components
                .addSchemas(
                        "Application",
                        model.map(served -> ApplicationSchema.of(served.definition()))
                                .orElseGet(() -> ApplicationSchema.typed("object")))
                .addSchemas("ApplicationBatch", batchSchema())
                .addSchemas(ProblemSchema.NAME, Problems.schema());
        Operation single = in(document.getPaths(), ApiExamples.PATH).getPost();
        Operation batch = in(document.getPaths(), ApiExamples.BATCH_PATH).getPost();
        requestBody(single, "Application");
        requestBody(batch, "ApplicationBatch");
        problems(single);
        problems(batch);
        problem(in(document.getPaths(), "/api/v1/model").getGet(), Problems.NO_CHAMPION);
        model.ifPresent(served -> examples(single, batch, new ApiExamples(mapper, served)));
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

    private Schema<Object> batchSchema() {
        Schema<Object> applications = ApplicationSchema.typed("array");
        applications.setItems(new Schema<>().$ref("#/components/schemas/Application"));
        applications.setMaxItems(settings.maxBatchRows());
        Schema<Object> schema = ApplicationSchema.typed("object");
        schema.addProperty("applications", applications);
        schema.addRequiredItem("applications");
        schema.setAdditionalProperties(false);
        return schema;
    }

    private static void requestBody(Operation operation, String schema) {
        MediaType json = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema));
        operation.setRequestBody(new RequestBody().required(true).content(new Content().addMediaType(JSON, json)));
    }

    private static void problems(Operation operation) {
        problem(operation, Problems.INVALID_REQUEST);
        problem(operation, Problems.TOO_LARGE);
        problem(operation, Problems.UNSUPPORTED_MEDIA_TYPE);
        problem(operation, Problems.NO_CHAMPION);
    }

    private static void problem(Operation operation, ProblemType type) {
        MediaType json = new MediaType().schema(new Schema<>().$ref(ProblemSchema.REFERENCE));
        operation
                .getResponses()
                .addApiResponse(
                        Integer.toString(type.status().value()),
                        new ApiResponse()
                                .description(type.title())
                                .content(new Content().addMediaType(PROBLEM_JSON, json)));
    }

    private static void examples(Operation single, Operation batch, ApiExamples examples) {
        MediaType request = in(single.getRequestBody().getContent(), JSON);
        request.addExamples("valid", example("An application that works", examples.valid()));
        request.addExamples("invalid", example("An application that is refused", examples.invalid()));
        answer(single, "200", JSON, examples.prediction());
        answer(single, "400", PROBLEM_JSON, examples.invalidProblem());
        in(batch.getRequestBody().getContent(), JSON).setExample(examples.batch());
        answer(batch, "200", JSON, examples.batchPrediction());
    }

    private static void answer(Operation operation, String status, String mediaType, Object example) {
        in(in(operation.getResponses(), status).getContent(), mediaType).setExample(example);
    }

    private static <T> T in(Map<String, T> part, String key) {
        T found = part.get(key);
        if (found == null) {
            throw new IllegalStateException("the OpenAPI document lacks " + key);
        }
        return found;
    }

    private static Example example(String summary, Object value) {
        return new Example().summary(summary).value(value);
    }
}
