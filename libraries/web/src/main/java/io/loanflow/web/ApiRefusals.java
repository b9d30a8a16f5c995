package io.loanflow.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Documents what any request may be refused with, where a service does not say it better. */
public final class ApiRefusals implements GlobalOpenApiCustomizer {

    private static final Map<String, String> ALWAYS = Map.of(
            "400", "The request cannot be understood",
            "403", "A page of another site sent it",
            "404", "There is nothing at this address",
            "406", "There is no answer of a media type that is accepted",
            "421", "It asks for another host",
            "503", "The service has enough to do, or something that it needs does not answer; ask again later");

    private static final Map<String, String> WITH_A_BODY = Map.of(
            "408", "The body came too slowly",
            "413", "The request is too large",
            "415", "The body is of a media type that is not read");

    @Override
    public void customise(OpenAPI document) {
        if (document.getPaths() != null) {
            document.getPaths().values().stream()
                    .map(PathItem::readOperations)
                    .forEach(operations -> operations.forEach(ApiRefusals::complete));
        }
    }

    private static void complete(Operation operation) {
        ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        Map<String, String> refusals = new LinkedHashMap<>(ALWAYS);
        if (operation.getRequestBody() != null) {
            refusals.putAll(WITH_A_BODY);
        }
        refusals.keySet().stream()
                .sorted()
                .filter(status -> !responses.containsKey(status))
                .forEach(status -> responses.addApiResponse(status, refusal(refusals.getOrDefault(status, ""))));
        operation.setResponses(responses);
    }

    private static ApiResponse refusal(String description) {
        Schema<Object> schema = new Schema<>();
        schema.set$ref(ProblemSchema.REFERENCE);
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
