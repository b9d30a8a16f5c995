package io.loanflow.ingestion.web;

import java.net.URI;
import org.springframework.http.HttpStatus;

/** The kinds of refusal a client can tell apart. The URIs are stable; docs/api.md lists them. */
enum ProblemType {
    BAD_REQUEST("bad-request", HttpStatus.BAD_REQUEST, "The request cannot be understood"),
    DATASET_INVALID("dataset-invalid", HttpStatus.BAD_REQUEST, "There is no such data set, or its definition is wrong"),
    FILE_UNAVAILABLE("file-unavailable", HttpStatus.BAD_REQUEST, "There is no such file to load"),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "There is nothing at this address"),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "This address has no such method"),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "There is no answer of this media type"),
    FILE_CHANGED("file-changed", HttpStatus.CONFLICT, "The file changed while it was read"),
    TABLE_UNFIT("table-unfit", HttpStatus.CONFLICT, "The database cannot hold the rows as defined"),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE, "The file is too large"),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The body must be multipart/form-data or application/json"),
    FILE_REJECTED("file-rejected", HttpStatus.UNPROCESSABLE_CONTENT, "The file is rejected"),
    INTERNAL_ERROR("internal-error", HttpStatus.INTERNAL_SERVER_ERROR, "The service failed");

    private final URI uri;
    private final HttpStatus status;
    private final String title;

    ProblemType(String name, HttpStatus status, String title) {
        this.uri = URI.create("urn:loanflow:problem:" + name);
        this.status = status;
        this.title = title;
    }

    URI uri() {
        return uri;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }
}
