package io.loanflow.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Documents what any request may be refused with, where a service does not say it better, and how clients log in. */
public final class ApiRefusals implements GlobalOpenApiCustomizer {

    private static final String LOGIN = "login";

    private static final Map<String, String> ALWAYS = Map.of(
            "400", "The request cannot be understood",
            "403", "A page of another site sent it, or it takes another role",
            "404", "There is nothing at this address",
            "406", "There is no answer of a media type that is accepted",
            "421", "It asks for another host",
            "503", "The service has enough to do, or something that it needs does not answer; ask again later");

    private static final Map<String, String> WITH_A_BODY = Map.of(
            "408", "The body came too slowly",
            "413", "The request is too large",
            "415", "The body is of a media type that is not read");

    private final boolean login;

    /** @param login whether clients have to log in */
    public ApiRefusals(boolean login) {
        this.login = login;
    }

    @Override
    public void customise(OpenAPI document) {
        if (document.getPaths() != null) {
            document.getPaths().values().stream()
                    .map(PathItem::readOperations)
                    .forEach(operations -> operations.forEach(this::complete));
        }
        // springdoc leaves out what nothing refers to yet.
        if (document.getComponents() == null
                || document.getComponents().getSchemas() == null
                || !document.getComponents().getSchemas().containsKey(ProblemSchema.NAME)) {
            document.schema(ProblemSchema.NAME, ProblemSchema.of());
        }
        if (login) {
            document.schemaRequirement(
                    LOGIN,
                    new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .description("A key of this installation, or a token of its provider of logins"));
            document.setSecurity(List.of(new SecurityRequirement().addList(LOGIN)));
        }
    }

    private void complete(Operation operation) {
        ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        Map<String, String> refusals = new LinkedHashMap<>(ALWAYS);
        if (login) {
            refusals.put("401", "There is no login");
            refusals.put("429", "This login asks too often");
        }
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
