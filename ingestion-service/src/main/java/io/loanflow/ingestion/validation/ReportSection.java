package io.loanflow.ingestion.validation;

import io.loanflow.ingestion.validation.ExpectationText.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Expectations that ended alike. */
record ReportSection(String title, List<Finding> findings) {

    /** Those that hold something, what needs attention first. */
    static List<ReportSection> all(List<ExpectationResult> results) {
        Predicate<ExpectationResult> failed = found -> !found.success();
        Predicate<ExpectationResult> aside = Finding::foundWrongRows;
        Predicate<ExpectationResult> clean = found -> Finding.unexpected(found) == 0;
        return Stream.of(
                        section("Not met", results, failed),
                        section("Broken by rows", results, failed.negate().and(aside)),
                        section(
                                "Met, though not by every row",
                                results,
                                failed.negate().and(aside.negate()).and(clean.negate())),
                        section("Met", results, failed.negate().and(clean)))
                .filter(section -> !section.findings().isEmpty())
                .toList();
    }

    private static ReportSection section(
            String title, List<ExpectationResult> results, Predicate<ExpectationResult> which) {
        return new ReportSection(
                title, results.stream().filter(which).map(Finding::of).toList());
    }

    int count() {
        return findings.size();
    }

    /**
     * What became of one expectation.
     *
     * @param failed whether it needs attention
     * @param type its name in Great Expectations
     */
    record Finding(
            boolean failed,
            String state,
            String severity,
            List<Phrase> what,
            String type,
            ObservationText observation) {

        static Finding of(ExpectationResult found) {
            ExpectationConfig config = found.expectationConfig();
            return new Finding(
                    !found.success() || foundWrongRows(found),
                    state(found),
                    config.severity().name().toLowerCase(Locale.ROOT),
                    ExpectationText.of(config),
                    config.type(),
                    ObservationText.of(found.result(), config.setsRowsAside()));
        }

        private static String state(ExpectationResult found) {
            if (!found.success()) {
                return "✗ not met";
            }
            return foundWrongRows(found) ? "✗ broken" : "✓ met";
        }

        /** Whether rows broke it that were set aside, however few. */
        private static boolean foundWrongRows(ExpectationResult found) {
            return found.expectationConfig().setsRowsAside() && unexpected(found) > 0;
        }

        private static long unexpected(ExpectationResult found) {
            return Objects.requireNonNullElse(found.result().unexpectedCount(), 0L);
        }
    }
}
