package io.loanflow.contracts.monitoring;

import java.util.List;

/**
 * What follows from the alarms of a data set, and why.
 *
 * @param id in the ledger of the monitoring service; 0 where there was no alarm
 * @param reason a sentence for people
 * @param windows that raised the alarms, the newest first
 * @param newRows decisions whose outcome became known since the last retraining
 */
public record FollowUp(long id, FollowUpVerdict verdict, String reason, List<Long> windows, long newRows) {

    public FollowUp {
        windows = List.copyOf(windows);
    }
}
