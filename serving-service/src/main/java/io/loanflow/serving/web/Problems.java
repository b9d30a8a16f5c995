package io.loanflow.serving.web;

import io.loanflow.model.row.Problem;
import io.loanflow.web.ProblemSchema;
import io.loanflow.web.ProblemType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The kinds of refusal that this service has beside those of every service; docs/api.md lists them. */
final class Problems {

    static final ProblemType INVALID_REQUEST =
            ProblemType.of("invalid-request", HttpStatus.BAD_REQUEST, "The request is not valid");
    static final ProblemType MALFORMED_JSON =
            ProblemType.of("malformed-json", HttpStatus.BAD_REQUEST, "The body is not JSON");
    static final ProblemType FILE_UNREADABLE =
            ProblemType.of("file-unreadable", HttpStatus.BAD_REQUEST, "The file is no table of rows");
    static final ProblemType UNKNOWN_DATASET =
            ProblemType.of("unknown-dataset", HttpStatus.NOT_FOUND, "There is no such data set");
    static final ProblemType VERSION_NOT_SERVED =
            ProblemType.of("version-not-served", HttpStatus.NOT_FOUND, "This version is not in service");
    static final ProblemType NOT_ACCEPTABLE =
            ProblemType.of("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "The answer is JSON only");
    static final ProblemType TOO_LARGE =
            ProblemType.of("too-large", HttpStatus.CONTENT_TOO_LARGE, "The request is too large");
    static final ProblemType UNSUPPORTED_MEDIA_TYPE = ProblemType.of(
            "unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of a type that is not read here");
    static final ProblemType NO_CHAMPION =
            ProblemType.of("no-champion", HttpStatus.SERVICE_UNAVAILABLE, "No model is in service");

    static final ProblemType DECISION_NOT_KEPT =
            ProblemType.of("decision-not-kept", HttpStatus.SERVICE_UNAVAILABLE, "The decision cannot be remembered");
    static final ProblemType DECISIONS_UNAVAILABLE = ProblemType.of(
            "decisions-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "Decisions cannot be looked up now");
    static final ProblemType UNKNOWN_DECISION =
            ProblemType.of("unknown-decision", HttpStatus.NOT_FOUND, "There is no such decision");
    static final ProblemType VERSION_LOST =
            ProblemType.of("version-lost", HttpStatus.CONFLICT, "The version that decided cannot be had");
    static final ProblemType KEY_INVALID =
            ProblemType.of("key-invalid", HttpStatus.BAD_REQUEST, "The Idempotency-Key is none");
    static final ProblemType KEY_REUSED =
            ProblemType.of("key-reused", HttpStatus.UNPROCESSABLE_CONTENT, "The Idempotency-Key names another request");

    private Problems() {}

    static ProblemDetail invalid(List<Problem> errors) {
        ProblemDetail problem = INVALID_REQUEST.because(count(errors.size()) + ", see errors.");
        problem.setProperty("errors", errors);
        return problem;
    }

    private static String count(int problems) {
        if (problems == 1) {
            return "1 problem";
        }
        return problems + (problems < Problem.MOST ? " problems" : " problems or more");
    }

    static Schema<Object> schema() {
        Schema<Object> error = ProblemSchema.typed("object", "One problem");
        error.addProperty("pointer", ProblemSchema.typed("string", "JSON pointer to the place in the request"));
        error.addProperty("detail", ProblemSchema.typed("string", "What is wrong there and what is allowed"));
        Schema<Object> errors =
                ProblemSchema.typed("array", "Every problem of the request; only with type " + INVALID_REQUEST.uri());
        errors.setItems(error);
        Schema<Object> schema = ProblemSchema.of();
        schema.addProperty("errors", errors);
        schema.addProperty(
                "error",
                ProblemSchema.typed("string", "The detail and the first problems, for clients of the protocols"));
        return schema;
    }
}
