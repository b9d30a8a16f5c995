package io.loanflow.serving.web;

import io.loanflow.web.ProblemSchema;
import io.loanflow.web.ProblemType;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operations of one data set in the OpenAPI document, made of those that springdoc finds in the controllers. */
final class ApiOperations {

    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String ANSWERED = "200";
    private static final String SCHEMAS = "#/components/schemas/";

    private final Operation single;
    private final Operation batch;
    private final Operation whatIf;
    private final Operation model;

    /**
     * @param found addresses as springdoc found them
     * @param dataset whose rows are asked about
     * @param suffix of the names of the operations
     */
    ApiOperations(Paths found, String dataset, String suffix) {
        String predictions = ApiPaths.OF_DATASET + ApiPaths.PREDICTIONS;
        single = copy(in(found, predictions).getPost(), suffix);
        batch = copy(in(found, predictions + ApiPaths.BATCH).getPost(), suffix);
        whatIf = copy(in(found, ApiPaths.OF_DATASET + ApiPaths.WHAT_IF).getPost(), suffix);
        model = copy(in(found, ApiPaths.OF_DATASET + ApiPaths.MODEL).getGet(), suffix);
        requestBody(single, rowSchema(dataset));
        requestBody(batch, batchSchema(dataset));
        requestBody(whatIf, rowSchema(dataset));
        problem(single, Problems.KEY_REUSED);
        problem(batch, Problems.KEY_REUSED);
        problem(model, Problems.NO_CHAMPION);
    }

    /** Name of the schema of a row. */
    static String rowSchema(String dataset) {
        return dataset + "Row";
    }

    /** Name of the schema of a batch. */
    static String batchSchema(String dataset) {
        return dataset + "Rows";
    }

    /** Shows the operations under a heading of their own. */
    ApiOperations under(String tag) {
        Stream.of(single, batch, whatIf, model).forEach(operation -> operation.setTags(List.of(tag)));
        return this;
    }

    ApiOperations with(ApiExamples examples) {
        MediaType request = in(single.getRequestBody().getContent(), JSON);
        request.addExamples("valid", example("A row that works", examples.valid()));
        request.addExamples("invalid", example("A row that is refused", examples.invalid()));
        answer(single, ANSWERED, JSON, examples.prediction());
        answer(single, "400", PROBLEM_JSON, examples.invalidProblem());
        in(batch.getRequestBody().getContent(), JSON).setExample(examples.batch());
        answer(batch, ANSWERED, JSON, examples.batchPrediction());
        in(whatIf.getRequestBody().getContent(), JSON).setExample(examples.valid());
        return this;
    }

    /** Adds them below an address. */
    void addTo(Paths paths, String address) {
        String predictions = address + ApiPaths.PREDICTIONS;
        paths.addPathItem(predictions, new PathItem().post(single));
        paths.addPathItem(predictions + ApiPaths.BATCH, new PathItem().post(batch));
        paths.addPathItem(address + ApiPaths.WHAT_IF, new PathItem().post(whatIf));
        paths.addPathItem(address + ApiPaths.MODEL, new PathItem().get(model));
    }

    /** Without the variable for the data set's name. */
    private static Operation copy(Operation found, String suffix) {
        ApiResponse answered = in(found.getResponses(), ANSWERED);
        Schema<?> schema = in(answered.getContent(), JSON).getSchema();
        Content content = new Content().addMediaType(JSON, new MediaType().schema(schema));
        return new Operation()
                .operationId(found.getOperationId() + suffix)
                .summary(found.getSummary())
                .description(found.getDescription())
                .tags(found.getTags())
                .parameters(found.getParameters().stream()
                        .filter(parameter -> !"path".equals(parameter.getIn()))
                        .toList())
                .responses(new ApiResponses()
                        .addApiResponse(
                                ANSWERED,
                                new ApiResponse()
                                        .description(answered.getDescription())
                                        .content(content)));
    }

    private static void requestBody(Operation operation, String schema) {
        MediaType json = new MediaType().schema(new Schema<>().$ref(SCHEMAS + schema));
        operation.setRequestBody(new RequestBody().required(true).content(new Content().addMediaType(JSON, json)));
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
