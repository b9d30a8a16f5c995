package io.loanflow.serving.web;

import io.loanflow.serving.champion.NoChampionException;
import io.loanflow.serving.champion.UnknownDatasetException;
import io.loanflow.serving.champion.VersionNotServedException;
import io.loanflow.serving.decision.DecisionsUnavailableException;
import io.loanflow.serving.decision.KeyReusedException;
import io.loanflow.serving.file.BatchTooLargeException;
import io.loanflow.serving.file.FileUnreadableException;
import io.loanflow.serving.journal.JournalUnavailableException;
import io.loanflow.serving.prediction.BatchTooLongException;
import io.loanflow.serving.prediction.InvalidRequestException;
import io.loanflow.serving.prediction.MalformedJsonException;
import io.loanflow.serving.replay.VersionLostException;
import io.loanflow.tracking.TrackingException;
import io.loanflow.web.ProblemAdvice;
import io.loanflow.web.ProblemType;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The refusals of a prediction, and of a look at one. */
@RestControllerAdvice
class PredictionProblemAdvice extends ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(PredictionProblemAdvice.class);
    private static final String RETRY_SECONDS = "2";

    PredictionProblemAdvice() {
        super(Problems.NOT_ACCEPTABLE, Problems.TOO_LARGE, Problems.UNSUPPORTED_MEDIA_TYPE, Problems.NO_CHAMPION);
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequestException e) {
        return Problems.invalid(e.problems());
    }

    @ExceptionHandler
    ProblemDetail malformed(MalformedJsonException e) {
        return Problems.MALFORMED_JSON.because(e);
    }

    @ExceptionHandler
    ProblemDetail tooLarge(BatchTooLongException e) {
        return Problems.TOO_LARGE.because(e);
    }

    @ExceptionHandler
    ProblemDetail tooLarge(BatchTooLargeException e) {
        return Problems.TOO_LARGE.because(e);
    }

    @ExceptionHandler
    ProblemDetail unreadable(FileUnreadableException e) {
        LOG.debug("A file could not be read", e);
        return Problems.FILE_UNREADABLE.because(e);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noChampion(NoChampionException e) {
        return later(Problems.NO_CHAMPION, Problems.NO_CHAMPION.because(e));
    }

    /** Where the journal lies is not for clients; the keeper of decisions logs it, and health shows it. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notKept(JournalUnavailableException e) {
        LOG.debug("A decision could not be kept", e);
        return later(
                Problems.DECISION_NOT_KEPT,
                Problems.DECISION_NOT_KEPT.because(
                        "The decision cannot be remembered now, so it is not given; the service's health says why."));
    }

    @ExceptionHandler({DecisionsUnavailableException.class, TrackingException.class})
    ResponseEntity<ProblemDetail> notFoundOut(RuntimeException e) {
        LOG.warn("A decision could not be looked up: {}", e.getMessage());
        return later(
                Problems.DECISIONS_UNAVAILABLE,
                Problems.DECISIONS_UNAVAILABLE.because(
                        "The database, or MLflow for a replay, does not answer now. Ask again in a while."));
    }

    private static ResponseEntity<ProblemDetail> later(ProblemType type, ProblemDetail problem) {
        return ResponseEntity.status(type.status())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(problem);
    }

    @ExceptionHandler
    ProblemDetail unknownDecision(DecisionMissingException e) {
        return Problems.UNKNOWN_DECISION.because(e);
    }

    @ExceptionHandler
    ProblemDetail versionLost(VersionLostException e) {
        return Problems.VERSION_LOST.because(e);
    }

    @ExceptionHandler
    ProblemDetail keyInvalid(KeyInvalidException e) {
        return Problems.KEY_INVALID.because(e);
    }

    @ExceptionHandler
    ProblemDetail keyReused(KeyReusedException e) {
        return Problems.KEY_REUSED.because(e);
    }

    @ExceptionHandler
    ProblemDetail versionNotServed(VersionNotServedException e) {
        return Problems.VERSION_NOT_SERVED.because(e);
    }

    @ExceptionHandler
    ProblemDetail unknownDataset(UnknownDatasetException e) {
        return Problems.UNKNOWN_DATASET.because(e);
    }

    /** The client went away or sent a broken body, and nobody may be left to read this; or the disk takes no more of a file's answers. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(IOException e) {
        if (isOutage(e)) {
            return unexpected(e);
        }
        LOG.debug("A body could not be read", e);
        return ResponseEntity.of(ProblemType.BAD_REQUEST.because("The body could not be read to its end."))
                .build();
    }
}
