package io.loanflow.ingestion.validation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loanflow.contracts.ingestion.DataOrigin;
import java.util.List;

/**
 * What checking one file found, in the shape of a Great Expectations validation result. It holds values of single rows, and is
 * for engineers who may see those rows; it does not belong in a log.
 *
 * @param success whether every expectation is met
 * @param results one for each expectation, in the order of the suite
 */
public record ValidationResult(
        boolean success, ValidationStatistics statistics, List<ExpectationResult> results, ValidationMeta meta) {

    public ValidationResult {
        results = List.copyOf(results);
    }

    public static ValidationResult of(List<ExpectationResult> results, ValidationMeta meta) {
        ValidationStatistics statistics = ValidationStatistics.of(results);
        return new ValidationResult(statistics.unsuccessfulExpectations() == 0, statistics, results, meta);
    }

    /** What Great Expectations calls the set of expectations: here each data set has one. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String suiteName() {
        return meta.dataset();
    }

    /** The same with the origin of the rows. */
    public ValidationResult withDataOrigin(DataOrigin origin) {
        return new ValidationResult(success, statistics, results, meta.withDataOrigin(origin));
    }
}
