package io.loanflow.preprocessing.activity;

import io.loanflow.contracts.execution.ActivityHeartbeat;
import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.preprocessing.PreprocessingActivities;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.preprocessing.batch.BatchPreparation;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Prepares batches for a pipeline. */
@Component
@ActivityImpl(taskQueues = TaskQueues.PREPROCESSING)
public class PreprocessingActivitiesImpl implements PreprocessingActivities {

    private final BatchPreparation preparation;

    public PreprocessingActivitiesImpl(BatchPreparation preparation) {
        this.preparation = preparation;
    }

    @Override
    public PreprocessingResult preprocess(PreprocessingRequest request) {
        long total = request.load().rows();
        return Failures.KNOWN.during(() -> ActivityHeartbeat.during(
                new RowProgress(0, total, "rows"),
                progress ->
                        preparation.prepare(request, done -> progress.accept(new RowProgress(done, total, "rows")))));
    }
}
