package io.loanflow.serving.web;

import io.loanflow.serving.champion.NoChampionException;
import io.loanflow.serving.champion.UnknownDatasetException;
import io.loanflow.serving.prediction.BatchTooLongException;
import io.loanflow.serving.prediction.InvalidRequestException;
import io.loanflow.serving.prediction.MalformedJsonException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every refusal as {@code application/problem+json} (RFC 9457), without stack trace and without an applicant's data. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_SECONDS = "2";

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequestException e) {
        return Problems.invalid(e.problems());
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedJsonException e) {
        return Problems.of(ProblemType.MALFORMED_JSON, sentence(e));
    }

    @ExceptionHandler({BodyTooLargeException.class, BatchTooLongException.class})
    ProblemDetail tooLarge(RuntimeException e) {
        return Problems.of(ProblemType.TOO_LARGE, sentence(e));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noChampion(NoChampionException e) {
        return ResponseEntity.status(ProblemType.NO_CHAMPION.status())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(Problems.of(ProblemType.NO_CHAMPION, sentence(e)));
    }

    @ExceptionHandler
    ProblemDetail unknownDataset(UnknownDatasetException e) {
        return Problems.of(ProblemType.UNKNOWN_DATASET, sentence(e));
    }

    /** The client went away or sent a broken body; nobody may be left to read this. */
    @ExceptionHandler
    ProblemDetail unreadable(IOException e) {
        LOG.debug("A body could not be read", e);
        return Problems.of(ProblemType.BAD_REQUEST, "The body could not be read to its end.");
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        LOG.error("A request failed", e);
        return Problems.of(ProblemType.INTERNAL_ERROR, "The service failed; its log says why.");
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
        return Arrays.stream(ProblemType.values())
                .filter(type -> type != ProblemType.INVALID_REQUEST && type != ProblemType.MALFORMED_JSON)
                .filter(type -> type.status().value() == status.value())
                .findFirst()
                .orElse(status.is4xxClientError() ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL_ERROR);
    }

    private static String sentence(Exception e) {
        String message = String.valueOf(e.getMessage());
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + (message.endsWith(".") ? "" : ".");
    }
}
