package io.loanflow.serving.web;

import io.swagger.v3.oas.models.media.Schema;

/** The OpenAPI schema of a problem document. */
final class ProblemSchema {

    private ProblemSchema() {}

    static Schema<Object> of() {
        Schema<Object> schema = RowSchema.typed("object");
        schema.setDescription("RFC 9457");
        schema.addProperty("type", text("Stable URI of the kind of problem"));
        schema.addProperty("title", text("The kind in words"));
        schema.addProperty("status", RowSchema.typed("integer"));
        schema.addProperty("detail", text("What is wrong here"));
        schema.addProperty("instance", text("Path of the request"));
        schema.addProperty("errors", errors());
        return schema;
    }

    private static Schema<Object> errors() {
        Schema<Object> error = RowSchema.typed("object");
        error.addProperty("pointer", text("JSON pointer to the place in the request"));
        error.addProperty("detail", text("What is wrong there and what is allowed"));
        Schema<Object> errors = RowSchema.typed("array");
        errors.setDescription("Every problem of the request; only with type urn:loanflow:problem:invalid-request");
        errors.setItems(error);
        return errors;
    }

    private static Schema<Object> text(String description) {
        Schema<Object> schema = RowSchema.typed("string");
        schema.setDescription(description);
        return schema;
    }
}
