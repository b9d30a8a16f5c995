package io.loanflow.web;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Set;

/** The OpenAPI schema of a problem document; a service adds the members that its own problems have beside these. */
public final class ProblemSchema {

    /** Of the schema among the components of a document. */
    public static final String NAME = "ProblemDocument";

    public static final String REFERENCE = "#/components/schemas/" + NAME;

    private ProblemSchema() {}

    public static Schema<Object> of() {
        Schema<Object> schema = typed("object", "RFC 9457");
        schema.addProperty("type", typed("string", "Stable URI of the kind of problem"));
        schema.addProperty("title", typed("string", "The kind in words"));
        schema.addProperty("status", typed("integer", "The HTTP status"));
        schema.addProperty("detail", typed("string", "What is wrong here"));
        schema.addProperty("instance", typed("string", "Path of the request"));
        schema.addProperty("traceId", typed("string", "The request's trace, which log lines name too"));
        return schema;
    }

    /** @param type as JSON Schema names it */
    public static Schema<Object> typed(String type, String description) {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(Set.of(type));
        schema.setDescription(description);
        return schema;
    }
}
