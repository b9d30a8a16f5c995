package io.loanflow.contracts.monitoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param windows judged by this look; those that monitoring judged by itself before are not among them
 * @param problem why not all windows that have ended could be judged; null where all could
 * @param followUp what follows from the alarms, and why
 * @param retraining workflow id of the retraining that this look began; null where it began none
 */
public record MonitoringResult(
        String dataset,
        List<JudgedWindowRef> windows,
        @Nullable String problem,
        FollowUp followUp,
        @Nullable String retraining) {

    public MonitoringResult {
        windows = List.copyOf(windows);
    }
}
