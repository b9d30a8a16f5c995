package io.loanflow.contracts.execution;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.converter.DataConverterException;

/**
 * How many attempts of an activity a mistake of ours ended. Temporal numbers all attempts alike, those that outages used up among them,
 * so the count travels in the heartbeats: what the last one said is handed to the next attempt.
 */
public final class BugCount {

    private BugCount() {}

    /** Of the attempts before the present one. */
    public static int before(ActivityExecutionContext attempt) {
        try {
            return attempt.getLastHeartbeatDetails(RowProgress.class)
                    .map(RowProgress::bugs)
                    .orElse(0);
        } catch (DataConverterException e) {
            // A heartbeat in words.
            return 0;
        }
    }

    /** Hands a count to the next attempt. Called last, since a later heartbeat would replace it. */
    public static void keep(ActivityExecutionContext attempt, int count) {
        try {
            attempt.heartbeat(new RowProgress(0, 0, "rows", count));
        } catch (ActivityCompletionException e) {
            // There will be no next one.
        }
    }
}
