package io.loanflow.serving.prediction;

import io.loanflow.model.row.Problem;
import java.util.ArrayList;
import java.util.List;

/** The request is JSON, but not what was asked for. */
public final class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ArrayList<Problem> problems;

    public InvalidRequestException(List<Problem> problems) {
        super("the request has " + problems.size() + " problem(s)");
        this.problems = new ArrayList<>(problems);
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
