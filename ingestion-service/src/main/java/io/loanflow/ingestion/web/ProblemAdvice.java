package io.loanflow.ingestion.web;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.ingestion.IngestionSettings;
import io.loanflow.ingestion.load.FileChangedException;
import io.loanflow.ingestion.load.LoadRejectedException;
import io.loanflow.ingestion.load.RowsUnclearException;
import io.loanflow.ingestion.source.FileUnavailableException;
import io.loanflow.ingestion.table.TableUnfitException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every refusal as {@code application/problem+json} (RFC 9457), without stack trace. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** What the framework refuses by itself; the others share a status with one of these, or are ours alone. */
    private static final Set<ProblemType> OF_THE_FRAMEWORK = EnumSet.of(
            ProblemType.BAD_REQUEST,
            ProblemType.NOT_FOUND,
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.NOT_ACCEPTABLE,
            ProblemType.TOO_LARGE,
            ProblemType.UNSUPPORTED_MEDIA_TYPE);

    private final IngestionSettings settings;

    ProblemAdvice(IngestionSettings settings) {
        this.settings = settings;
    }

    @ExceptionHandler
    ProblemDetail rejected(LoadRejectedException e) {
        // Starts with the file's name, which stays as it is.
        ProblemDetail problem = problem(ProblemType.FILE_REJECTED, String.valueOf(e.getMessage()));
        problem.setProperty("loadId", e.loadId());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail dataset(DatasetDefinitionException e) {
        return problem(ProblemType.DATASET_INVALID, e);
    }

    @ExceptionHandler
    ProblemDetail file(FileUnavailableException e) {
        return problem(ProblemType.FILE_UNAVAILABLE, e);
    }

    @ExceptionHandler
    ProblemDetail changed(FileChangedException e) {
        return problem(ProblemType.FILE_CHANGED, e);
    }

    @ExceptionHandler
    ProblemDetail table(TableUnfitException e) {
        return problem(ProblemType.TABLE_UNFIT, e);
    }

    @ExceptionHandler
    ProblemDetail unclear(RowsUnclearException e) {
        return problem(ProblemType.BAD_REQUEST, e);
    }

    @ExceptionHandler
    ProblemDetail missing(LoadMissingException e) {
        return problem(ProblemType.NOT_FOUND, e);
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        LOG.error("A request failed", e);
        return problem(ProblemType.INTERNAL_ERROR, "The service failed; its log says why.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = problem(
                ProblemType.TOO_LARGE,
                "The file is larger than " + settings.maxUpload().toBytes()
                        + " bytes. Raise LOANFLOW_MAX_UPLOAD, or put it into LOANFLOW_FILES_DIRECTORY and name it.");
        return super.handleExceptionInternal(e, problem, headers, ProblemType.TOO_LARGE.status(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = e.getFieldErrors().stream()
                .map(error -> error.getField() + " " + error.getDefaultMessage())
                .sorted()
                .collect(Collectors.joining("; ", "In the body: ", "."));
        return super.handleExceptionInternal(
                e, problem(ProblemType.BAD_REQUEST, detail), headers, ProblemType.BAD_REQUEST.status(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> result.getMethodParameter().getParameterName() + " " + error.getDefaultMessage()))
                .sorted()
                .collect(Collectors.joining("; ", "In the query: ", "."));
        return super.handleExceptionInternal(
                e, problem(ProblemType.BAD_REQUEST, detail), headers, ProblemType.BAD_REQUEST.status(), request);
    }

    /** What Spring refuses by itself keeps its detail and its headers, and gets a type. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            ProblemType type = typeOf(status);
            problem.setType(type.uri());
            problem.setTitle(type.title());
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static ProblemType typeOf(HttpStatusCode status) {
        return OF_THE_FRAMEWORK.stream()
                .filter(type -> type.status().value() == status.value())
                .findFirst()
                .orElse(status.is4xxClientError() ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL_ERROR);
    }

    private static ProblemDetail problem(ProblemType type, RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return problem(
                type,
                Character.toUpperCase(message.charAt(0)) + message.substring(1) + (message.endsWith(".") ? "" : "."));
    }

    private static ProblemDetail problem(ProblemType type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), detail);
        problem.setType(type.uri());
        problem.setTitle(type.title());
        return problem;
    }
}
