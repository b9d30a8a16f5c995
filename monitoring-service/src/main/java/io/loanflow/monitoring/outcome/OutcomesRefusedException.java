package io.loanflow.monitoring.outcome;

import java.util.List;

/** Outcomes that cannot be taken, with the place of each; none of what was sent with them is taken either. */
public final class OutcomesRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<OutcomeProblem> problems;

    public OutcomesRefusedException(List<OutcomeProblem> problems) {
        super(problems.size() + (problems.size() == 1 ? " problem, at " : " problems, the first at ")
                + (problems.get(0).place().isEmpty()
                        ? "the outcome"
                        : problems.get(0).place()) + ": "
                + problems.get(0).detail());
        this.problems = List.copyOf(problems);
    }

    public List<OutcomeProblem> problems() {
        return problems;
    }
}
