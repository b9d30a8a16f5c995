package io.loanflow.worker.pipeline;

import io.loanflow.contracts.training.ModelPart;
import io.loanflow.contracts.training.PartRequest;
import io.loanflow.contracts.training.TrainingPlan;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.List;

/** Trains on one worker, or has the forest grown by several: an attempt that fails costs its own trees only. */
final class ForestTraining {

    private ForestTraining() {}

    /** @param partitions in how many parts the forest grows, as far as it has trees */
    static TrainingResult train(TrainingRequest request, int partitions) {
        if (partitions == 1) {
            return PipelineActivities.train(request);
        }
        TrainingPlan plan = PipelineActivities.planTraining(request);
        return plan.finished() == null ? train(request, plan, partitions) : plan.finished();
    }

    private static TrainingResult train(TrainingRequest request, TrainingPlan plan, int partitions) {
        TrainingRequest settled = request.with(plan.settings(), null);
        List<Promise<ModelPart>> parts = new ArrayList<>();
        int count = Math.min(partitions, plan.trees());
        for (int part = 0; part < count; part++) {
            int from = firstTree(plan, part, count);
            int trees = firstTree(plan, part + 1, count) - from;
            parts.add(PipelineActivities.growPart(new PartRequest(settled, plan.mlflowRunId(), from, trees)));
        }
        return PipelineActivities.train(settled.with(plan.settings(), Concurrently.all(parts)));
    }

    private static int firstTree(TrainingPlan plan, int part, int count) {
        return (int) ((long) plan.trees() * part / count);
    }
}
