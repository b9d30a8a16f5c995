package io.loanflow.serving.web;

import java.net.URI;
import org.springframework.http.HttpStatus;

/** The kinds of refusal a client can tell apart. The URIs are stable; docs/api.md lists them. */
enum ProblemType {
    INVALID_REQUEST("invalid-request", HttpStatus.BAD_REQUEST, "The request is not valid"),
    MALFORMED_JSON("malformed-json", HttpStatus.BAD_REQUEST, "The body is not JSON"),
    BAD_REQUEST("bad-request", HttpStatus.BAD_REQUEST, "The request cannot be understood"),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "There is nothing at this address"),
    UNKNOWN_DATASET("unknown-dataset", HttpStatus.NOT_FOUND, "There is no such data set"),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "This address has no such method"),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "The answer is JSON only"),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json"),
    INTERNAL_ERROR("internal-error", HttpStatus.INTERNAL_SERVER_ERROR, "The service failed"),
    NO_CHAMPION("no-champion", HttpStatus.SERVICE_UNAVAILABLE, "No model is in service");

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
