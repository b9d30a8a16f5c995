package io.loanflow.localstack.pipeline;

import io.loanflow.contracts.failure.FailureTypes;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.failure.TimeoutFailure;

/**
 * Why a run failed.
 *
 * @param reason in one sentence
 * @param remedy how to mend it
 */
record RunFailure(String reason, String remedy) {

    static RunFailure of(WorkflowFailedException failed) {
        Throwable innermost = failed;
        while (innermost.getCause() instanceof TemporalFailure cause) {
            innermost = cause;
        }
        if (innermost instanceof ApplicationFailure failure) {
            return new RunFailure(String.valueOf(failure.getOriginalMessage()), remedy(failure.getType()));
        }
        if (innermost instanceof CanceledFailure) {
            return new RunFailure("The run was cancelled.", "Start it again when you want it.");
        }
        if (innermost instanceof TerminatedFailure) {
            return new RunFailure("The run was terminated.", "Start it again when you want it.");
        }
        if (innermost instanceof TimeoutFailure) {
            return new RunFailure(
                    "A stage took longer than it may.", "See which one on the run's page, and its service's log.");
        }
        return new RunFailure(String.valueOf(innermost.getMessage()), "See the run's page, and the services' logs.");
    }

    private static String remedy(String type) {
        return switch (type) {
            case FailureTypes.DATASET_INVALID -> "Mend the definition under data/, or name another --dataset.";
            case FailureTypes.FILE_UNAVAILABLE ->
                "Name a file, or a directory with the data set's files, that can be read with --data.";
            case FailureTypes.DATA_REJECTED -> "Mend the file, or the data set's definition, and run again.";
            case FailureTypes.LOAD_UNAVAILABLE -> "Run again: the load is made anew.";
            case FailureTypes.FEATURE_BATCHES_LOST ->
                "Redis keeps losing batches: give it more memory, then run again.";
            case FailureTypes.CACHE_TOO_SMALL -> "Give Redis more memory, then run again.";
            case FailureTypes.TRACKING_REFUSED -> "Mend it in MLflow, then run again.";
            case FailureTypes.BUG -> "Please report it, with the service's log.";
            case FailureTypes.TRAINING_IMPOSSIBLE -> "Mend what it says of the rows, then run again.";
            case FailureTypes.SETTINGS_INVALID -> "Start it with other settings.";
            case FailureTypes.MODEL_UNUSABLE -> "See the log: loanflow logs serving-service.";
            case FailureTypes.DATASET_BUSY -> "Wait for the other run, or cancel it in Temporal's UI.";
            default -> "See the run's page, and the services' logs.";
        };
    }
}
