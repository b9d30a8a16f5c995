package io.loanflow.serving.web;

import io.loanflow.model.row.Problem;
import java.util.List;
import org.springframework.http.ProblemDetail;

/** Makes problem documents. */
final class Problems {

    private Problems() {}

    static ProblemDetail of(ProblemType type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), detail);
        problem.setType(type.uri());
        problem.setTitle(type.title());
        return problem;
    }

    static ProblemDetail invalid(List<Problem> errors) {
        ProblemDetail problem = of(ProblemType.INVALID_REQUEST, count(errors.size()) + ", see errors.");
        problem.setProperty("errors", errors);
        return problem;
    }

    private static String count(int problems) {
        if (problems == 1) {
            return "1 problem";
        }
        return problems + (problems < Problem.MOST ? " problems" : " problems or more");
    }
}
