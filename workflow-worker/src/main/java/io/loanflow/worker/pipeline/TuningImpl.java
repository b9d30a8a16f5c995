package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.tuning.Tuning;
import io.loanflow.contracts.tuning.TuningRequest;
import io.loanflow.contracts.tuning.TuningResult;
import io.loanflow.worker.lease.Turn;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loads and prepares where it is started alone, then looks for better parameters. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class TuningImpl implements Tuning {

    private final PipelineRun run = new PipelineRun(
            Workflow.getInfo().getWorkflowId(), Workflow.getInfo().getRunId());
    private final RungBoard board;

    /** @param request null where it was started without input */
    @WorkflowInit
    public TuningImpl(@Nullable TuningRequest request) {
        board = new RungBoard(request == null || request.dataset() == null ? "" : request.dataset());
    }

    @Override
    public TuningResult tune(@Nullable TuningRequest request) {
        PipelinePlan plan = PipelinePlan.of(
                request == null
                        ? null
                        : new PipelineRequest(
                                request.dataset(),
                                request.file(),
                                null,
                                null,
                                request.preprocessing(),
                                null,
                                null,
                                null,
                                null));
        Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.DATASET.valueSet(plan.dataset()));
        DatasetRef load = request == null ? null : request.load();
        return load == null ? tuneAlone(plan) : tune(load, plan);
    }

    @Override
    public String progress() {
        return board.line();
    }

    private TuningResult tuneAlone(PipelinePlan plan) {
        return Turn.during(plan.dataset(), run, reason -> board.show("waits: " + reason), turn -> {
            board.beforeEachRung(turn::keep);
            board.show("loads");
            return tune(PipelineActivities.ingest(plan.ingestion(run)).load(), plan);
        });
    }

    private TuningResult tune(DatasetRef load, PipelinePlan plan) {
        board.show("prepares the rows of load " + load.loadId());
        PreparedLoad prepared =
                new PreparedLoad(new PreprocessingRequest(load, plan.preprocessing(), run), Supplier::get);
        return new CandidateSearch(prepared, run, board).search();
    }
}
