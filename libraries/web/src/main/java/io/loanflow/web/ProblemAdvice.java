package io.loanflow.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every refusal as {@code application/problem+json} (RFC 9457), without stack trace and without data of a person. A service's own
 * advice extends it by what its features throw.
 */
public abstract class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final String RETRY_SECONDS = "5";

    private final List<ProblemType> ofTheFramework;

    /** @param named what else the framework refuses by itself, in the service's own words */
    protected ProblemAdvice(ProblemType... named) {
        this.ofTheFramework = Stream.concat(
                        Stream.of(named),
                        Stream.of(ProblemType.BAD_REQUEST, ProblemType.NOT_FOUND, ProblemType.METHOD_NOT_ALLOWED))
                .toList();
    }

    /** Whether a failure is that of a database, another server or a disk, and none of the client's. */
    protected static boolean isOutage(Exception e) {
        return Outages.isOutage(e);
    }

    /** What no other refusal is meant for. */
    @ExceptionHandler
    protected ResponseEntity<ProblemDetail> unexpected(Exception e) {
        if (isOutage(e)) {
            LOG.warn("A request could not be answered: {}", Outages.cause(e));
            return answer(ProblemType.OUTAGE.because("What this takes does not answer now. Ask again in a while."));
        }
        LOG.error("A request failed", e);
        return answer(ProblemType.INTERNAL_ERROR.because("The service failed; its log says why."));
    }

    /** The client's parts are no parts, or did not come whole; a disk that takes no more is ours. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> multipart(MultipartException e) {
        if (Outages.isOutage(e)) {
            return unexpected(e);
        }
        LOG.debug("A multipart body could not be read", e);
        return answer(ProblemType.BAD_REQUEST.because("The body cannot be read as multipart/form-data to its end."));
    }

    /** The container decodes the query and the form when the first of them is asked for. */
    @ExceptionHandler
    ProblemDetail parameter(InvalidParameterException e) {
        LOG.debug("A parameter cannot be decoded", e);
        return ProblemType.BAD_REQUEST.because("A parameter of the query or of the form cannot be decoded.");
    }

    /** Such as a media type in a header. */
    @ExceptionHandler({InvalidMimeTypeException.class, InvalidMediaTypeException.class})
    ProblemDetail mediaType(RuntimeException e) {
        LOG.debug("A media type cannot be read", e);
        return ProblemType.BAD_REQUEST.because("A header names a media type that is none.");
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Stream<String> problems =
                e.getFieldErrors().stream().map(error -> error.getField() + " " + error.getDefaultMessage());
        return handleExceptionInternal(
                e, invalid("In the body: ", problems), headers, ProblemType.BAD_REQUEST.status(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Stream<String> problems = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error ->
                                result.getMethodParameter().getParameterName() + " " + error.getDefaultMessage()));
        return handleExceptionInternal(
                e, invalid("In the query: ", problems), headers, ProblemType.BAD_REQUEST.status(), request);
    }

    private static ProblemDetail invalid(String where, Stream<String> problems) {
        return ProblemType.BAD_REQUEST.because(problems.sorted().collect(Collectors.joining("; ", where, ".")));
    }

    /** What Spring refuses by itself keeps its detail and its headers, and gets a type. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(body instanceof ProblemDetail problem)) {
            return super.createResponseEntity(body, headers, status, request);
        }
        typeOf(status).stamp(problem);
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        // Whatever the client accepts: where that is no media type at all, nothing else could be told.
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.createResponseEntity(problem, all, status, request);
    }

    /** Answers are UTF-8; who accepts them in another encoding only gets none. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotWritable(
            HttpMessageNotWritableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        if (!accept.toLowerCase(Locale.ROOT).contains("charset")) {
            LOG.error("An answer could not be written", e);
            return super.handleHttpMessageNotWritable(e, headers, status, request);
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_ACCEPTABLE, "Answers are in UTF-8; leave charset out of Accept.");
        return handleExceptionInternal(e, problem, headers, HttpStatus.NOT_ACCEPTABLE, request);
    }

    private ProblemType typeOf(HttpStatusCode status) {
        return ofTheFramework.stream()
                .filter(type -> type.status().value() == status.value())
                .findFirst()
                .orElse(status.is4xxClientError() ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL_ERROR);
    }
}
