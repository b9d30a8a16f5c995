package io.loanflow.monitoring.web;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.monitoring.outcome.OutcomesRefusedException;
import io.loanflow.web.ProblemAdvice;
import io.loanflow.web.ProblemType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The refusals of outcomes and of looking at windows. */
@RestControllerAdvice
class MonitoringProblemAdvice extends ProblemAdvice {

    /** More are counted in the detail. */
    private static final int MOST_PROBLEMS = 100;

    MonitoringProblemAdvice() {
        super(Problems.UNSUPPORTED_MEDIA_TYPE);
    }

    @ExceptionHandler
    ProblemDetail refused(OutcomesRefusedException e) {
        ProblemDetail problem = Problems.OUTCOMES_REFUSED.because(e);
        problem.setProperty(
                "problems", e.problems().stream().limit(MOST_PROBLEMS).toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail dataset(DatasetDefinitionException e) {
        return Problems.DATASET_INVALID.because(e);
    }

    @ExceptionHandler
    ProblemDetail parameter(ParameterInvalidException e) {
        return ProblemType.BAD_REQUEST.because(e);
    }

    @ExceptionHandler
    ProblemDetail missing(NotThereException e) {
        return ProblemType.NOT_FOUND.because(e);
    }
}
