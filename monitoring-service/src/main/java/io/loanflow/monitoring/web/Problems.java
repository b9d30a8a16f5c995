package io.loanflow.monitoring.web;

import io.loanflow.web.ProblemSchema;
import io.loanflow.web.ProblemType;
import io.swagger.v3.oas.models.media.Schema;
import org.springframework.http.HttpStatus;

/** The kinds of refusal that this service has beside those of every service; docs/api.md lists them. */
final class Problems {

    static final ProblemType DATASET_INVALID = ProblemType.of(
            "dataset-invalid", HttpStatus.BAD_REQUEST, "There is no such data set, or its definition is wrong");
    static final ProblemType OUTCOMES_REFUSED =
            ProblemType.of("outcomes-refused", HttpStatus.UNPROCESSABLE_CONTENT, "Outcomes cannot be taken");
    static final ProblemType UNSUPPORTED_MEDIA_TYPE = ProblemType.of(
            "unsupported-media-type",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The body must be application/json or text/csv");

    private Problems() {}

    static Schema<Object> schema() {
        Schema<Object> schema = ProblemSchema.of();
        schema.addProperty(
                "problems",
                ProblemSchema.typed(
                        "array",
                        "The first hundred problems, each with its place; only with type " + OUTCOMES_REFUSED.uri()));
        return schema;
    }
}
