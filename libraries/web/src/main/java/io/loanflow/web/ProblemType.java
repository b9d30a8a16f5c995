package io.loanflow.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A kind of refusal that a client can tell apart. Here are those that every service has; each service names its own beside them.
 *
 * @param uri stable; docs/api.md lists them
 */
public record ProblemType(URI uri, HttpStatus status, String title) {

    public static final ProblemType BAD_REQUEST =
            of("bad-request", HttpStatus.BAD_REQUEST, "The request cannot be understood");
    public static final ProblemType NOT_FOUND =
            of("not-found", HttpStatus.NOT_FOUND, "There is nothing at this address");
    public static final ProblemType METHOD_NOT_ALLOWED =
            of("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "This address has no such method");
    public static final ProblemType INTERNAL_ERROR =
            of("internal-error", HttpStatus.INTERNAL_SERVER_ERROR, "The service failed");

    public static final ProblemType OUTAGE =
            of("outage", HttpStatus.SERVICE_UNAVAILABLE, "Something that the service needs does not answer");

    public static final ProblemType TOO_SLOW =
            of("too-slow", HttpStatus.REQUEST_TIMEOUT, "The request came too slowly");

    private static final List<ProblemType> EVERYWHERE =
            List.of(BAD_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED, INTERNAL_ERROR, OUTAGE, TOO_SLOW);

    /** @param name last part of its URI */
    public static ProblemType of(String name, HttpStatus status, String title) {
        return new ProblemType(URI.create("urn:loanflow:problem:" + name), status, title);
    }

    /** What an error is that is known by its HTTP status alone. */
    public static ProblemDetail ofStatus(int status) {
        HttpStatus known = Objects.requireNonNullElse(HttpStatus.resolve(status), HttpStatus.INTERNAL_SERVER_ERROR);
        ProblemType type = EVERYWHERE.stream()
                .filter(common -> common.status() == known)
                .findFirst()
                .orElseGet(() -> of(
                        known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'),
                        known,
                        known.getReasonPhrase()));
        return type.because(type.title() + ".");
    }

    /** @param detail what is wrong here, as a sentence */
    public ProblemDetail because(String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        stamp(problem);
        return problem;
    }

    /** The exception's message, made a sentence, is the detail; the title is, where it has none. */
    public ProblemDetail because(RuntimeException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "");
        String said = message.isBlank() ? title : message;
        return because(Character.toUpperCase(said.charAt(0)) + said.substring(1) + (said.endsWith(".") ? "" : "."));
    }

    void stamp(ProblemDetail problem) {
        problem.setType(uri);
        problem.setTitle(title);
    }
}
