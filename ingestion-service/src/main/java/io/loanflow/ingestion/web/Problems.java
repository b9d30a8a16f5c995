package io.loanflow.ingestion.web;

import io.loanflow.web.ProblemSchema;
import io.loanflow.web.ProblemType;
import io.swagger.v3.oas.models.media.Schema;
import org.springframework.http.HttpStatus;

/** The kinds of refusal that this service has beside those of every service; docs/api.md lists them. */
final class Problems {

    static final ProblemType DATASET_INVALID = ProblemType.of(
            "dataset-invalid", HttpStatus.BAD_REQUEST, "There is no such data set, or its definition is wrong");
    static final ProblemType FILE_UNAVAILABLE =
            ProblemType.of("file-unavailable", HttpStatus.BAD_REQUEST, "There is no such file to load");
    static final ProblemType NOT_ACCEPTABLE =
            ProblemType.of("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "There is no answer of this media type");
    static final ProblemType FILE_CHANGED =
            ProblemType.of("file-changed", HttpStatus.CONFLICT, "The file changed while it was read");
    static final ProblemType TABLE_UNFIT =
            ProblemType.of("table-unfit", HttpStatus.CONFLICT, "The database cannot hold the rows as defined");
    static final ProblemType TOO_LARGE =
            ProblemType.of("too-large", HttpStatus.CONTENT_TOO_LARGE, "The file is too large");
    static final ProblemType UNSUPPORTED_MEDIA_TYPE = ProblemType.of(
            "unsupported-media-type",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The body must be multipart/form-data or application/json");
    static final ProblemType FILE_REJECTED =
            ProblemType.of("file-rejected", HttpStatus.UNPROCESSABLE_CONTENT, "The file is rejected");

    private Problems() {}

    static Schema<Object> schema() {
        Schema<Object> schema = ProblemSchema.of();
        schema.addProperty(
                "loadId",
                ProblemSchema.typed("integer", "Load of the refused file; only with type " + FILE_REJECTED.uri()));
        return schema;
    }
}
