package io.loanflow.ingestion.validation;

import java.util.List;

/** @param successPercent of the expectations that were evaluated; 100 if there are none */
public record ValidationStatistics(
        int evaluatedExpectations, int successfulExpectations, int unsuccessfulExpectations, double successPercent) {

    static ValidationStatistics of(List<ExpectationResult> results) {
        int successful =
                (int) results.stream().filter(ExpectationResult::success).count();
        double percent = results.isEmpty() ? 100 : 100.0 * successful / results.size();
        return new ValidationStatistics(results.size(), successful, results.size() - successful, percent);
    }
}
