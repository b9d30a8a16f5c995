package io.loanflow.serving.web;

import io.loanflow.serving.champion.NoChampionException;
import io.loanflow.serving.champion.UnknownDatasetException;
import io.loanflow.serving.prediction.BatchTooLongException;
import io.loanflow.serving.prediction.InvalidRequestException;
import io.loanflow.serving.prediction.MalformedJsonException;
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

/** The refusals of a prediction. */
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
    ResponseEntity<ProblemDetail> noChampion(NoChampionException e) {
        return ResponseEntity.status(Problems.NO_CHAMPION.status())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(Problems.NO_CHAMPION.because(e));
    }

    @ExceptionHandler
    ProblemDetail unknownDataset(UnknownDatasetException e) {
        return Problems.UNKNOWN_DATASET.because(e);
    }

    /** The client went away or sent a broken body; nobody may be left to read this. */
    @ExceptionHandler
    ProblemDetail unreadable(IOException e) {
        LOG.debug("A body could not be read", e);
        return ProblemType.BAD_REQUEST.because("The body could not be read to its end.");
    }
}
