package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.Excerpts;
import io.loanflow.ingestion.validation.ExpectationConfig;
import io.loanflow.ingestion.validation.ExpectationResult;
import io.loanflow.ingestion.validation.LeftOut;
import io.loanflow.ingestion.validation.Offenders;
import io.loanflow.ingestion.validation.Severity;
import io.loanflow.ingestion.validation.ValidationMeta;
import io.loanflow.ingestion.validation.ValidationResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides whether a file may be loaded by what checking it found. Messages hold counts and names, never a row's values. */
final class Acceptance {

    private static final int LISTED = 5;

    /** What they observe is the value of a row. */
    private static final Set<String> VALUES_OF_ROWS =
            Set.of("expect_column_min_to_be_between", "expect_column_max_to_be_between");

    private Acceptance() {}

    /** @throws RowsRejectedException if it may not */
    static void check(ValidationResult result, double quarantineLimit) {
        ValidationMeta meta = result.meta();
        if (meta.rowsRead() == 0) {
            throw new RowsRejectedException(meta.file() + ": has a header and no rows", result);
        }
        LeftOut leftOut = meta.leftOut();
        if (leftOut != null && meta.rowsChecked() == 0) {
            throw new RowsRejectedException(nothingLeft(meta, leftOut), result);
        }
        if (meta.rowsQuarantined() == meta.rowsChecked()
                || meta.rowsQuarantined() > quarantineLimit * meta.rowsChecked()) {
            throw new RowsRejectedException(tooManyQuarantined(result, quarantineLimit), result);
        }
        List<ExpectationResult> failures = result.results().stream()
                .filter(found -> !found.success() && found.expectationConfig().severity() == Severity.CRITICAL)
                .toList();
        if (!failures.isEmpty()) {
            throw new RowsRejectedException(
                    meta.file() + ": "
                            + failures.stream().map(Acceptance::failure).collect(Collectors.joining("; ")),
                    result);
        }
    }

    private static String nothingLeft(ValidationMeta meta, LeftOut leftOut) {
        return String.format(
                Locale.ROOT,
                "%s: rows.where of the definition is true of none of its %,d rows, so that nothing is left to load; it is: %s",
                meta.file(),
                meta.rowsRead(),
                Excerpts.text(leftOut.where()));
    }

    private static String tooManyQuarantined(ValidationResult result, double limit) {
        ValidationMeta meta = result.meta();
        String mostOften = result.results().stream()
                .filter(found -> found.expectationConfig().severity() == Severity.CRITICAL)
                .filter(found -> broken(found) > 0)
                .sorted(Comparator.comparingLong(Acceptance::broken).reversed())
                .limit(LISTED)
                .map(Acceptance::brokenBy)
                .collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d rows would be set aside (%s %%), and at most %s %% may be; mend them, or raise the"
                        + " quarantine-limit of the data set. Most often: %s",
                meta.file(),
                meta.rowsQuarantined(),
                meta.rowsChecked(),
                percent((double) meta.rowsQuarantined() / meta.rowsChecked()),
                percent(limit),
                mostOften);
    }

    private static long broken(ExpectationResult result) {
        Long count = result.result().unexpectedCount();
        return count == null ? 0 : count;
    }

    private static String brokenBy(ExpectationResult result) {
        List<Long> rows = Objects.requireNonNullElse(result.result().partialUnexpectedIndexList(), List.of());
        return String.format(
                Locale.ROOT,
                "%s (%,d, first in row %,d%s)",
                named(result.expectationConfig()),
                broken(result),
                rows.get(0),
                looks(result));
    }

    /** How they look, without a row's values: {@code : 300 like "99.99%", which has a percent sign; …}. */
    private static String looks(ExpectationResult result) {
        List<Offenders> commonest = Objects.requireNonNullElse(result.result().commonestOffenders(), List.of());
        return commonest.stream()
                .limit(1)
                .filter(offenders -> !offenders.shape().isEmpty())
                .map(offenders -> String.format(
                        Locale.ROOT,
                        "; %,d look like \"%s\"%s",
                        offenders.count(),
                        offenders.shape(),
                        offenders.flaw() == null ? "" : ", which " + offenders.flaw()))
                .collect(Collectors.joining());
    }

    private static String failure(ExpectationResult result) {
        String failure = "critical expectation is not met: " + named(result.expectationConfig());
        Double observed = result.result().observedValue();
        if (observed == null) {
            return failure + "; " + broken(result) + " of " + result.result().elementCount() + " rows break it";
        }
        return VALUES_OF_ROWS.contains(result.expectationConfig().type()) ? failure : failure + "; it is " + observed;
    }

    /** Such as "expect_column_mean_to_be_between of person_age, min_value 20.0". */
    private static String named(ExpectationConfig config) {
        return config.type()
                + config.kwargs().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("mostly"))
                        .map(entry -> entry.getKey() + " " + shown(entry.getValue()))
                        .collect(Collectors.joining(", ", " of ", ""));
    }

    private static String shown(Object argument) {
        return argument instanceof List<?> list
                ? "[" + Excerpts.list(list.stream().map(String::valueOf).toList()) + "]"
                : String.valueOf(argument);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(100 * share)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
