package io.loanflow.monitoring.judgement;

import io.loanflow.monitoring.decision.RefusedInputs;
import io.loanflow.monitoring.fairness.GroupComparison;
import io.loanflow.monitoring.performance.Performance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a window of decisions of one version.
 *
 * @param from the first moment
 * @param to the first moment after it
 * @param note why nothing is said; null where something is
 * @param threshold a column whose chance is not above it raises the alarm
 * @param columns the score and the label among them; those of least chance first
 * @param expected from probabilities, before outcomes are known; null where nothing is compared
 * @param realised of the decisions whose outcome is known; null where none is
 * @param seconds it took
 * @param refused rows that were asked about and are no decisions; null where they were not counted yet
 */
public record WindowReport(
        String dataset,
        int version,
        String modelDigest,
        Instant from,
        Instant to,
        long decisions,
        WindowState state,
        @Nullable String note,
        double falseAlarmRate,
        double threshold,
        List<ColumnDrift> columns,
        @Nullable Performance expected,
        @Nullable Performance realised,
        List<GroupComparison> groups,
        double seconds,
        @Nullable RefusedInputs refused) {

    /** The same judgement with what came out since. */
    WindowReport with(Realised since) {
        return new WindowReport(
                dataset,
                version,
                modelDigest,
                from,
                to,
                decisions,
                state,
                note,
                falseAlarmRate,
                threshold,
                columns,
                expected,
                since.performance(),
                since.groups(),
                seconds,
                refused);
    }

    /** Names of the columns beyond chance. */
    public List<String> alarms() {
        return columns.stream()
                .filter(ColumnDrift::alarm)
                .map(ColumnDrift::column)
                .toList();
    }
}
