package io.loanflow.worker.pipeline;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.release.Verdict;
import io.temporal.workflow.Workflow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures that a run or a release is found by in Temporal's lists, each as soon as it is known. Those that began before there were any have none. */
final class FoundBy {

    private FoundBy() {}

    static void rows(DatasetRef load) {
        if (isWanted()) {
            List<String> origins =
                    load.rowsByOrigin().keySet().stream().map(DataOrigin::name).toList();
            Workflow.upsertTypedSearchAttributes(
                    PipelineSearchAttributes.LOAD.valueSet(load.loadId()),
                    PipelineSearchAttributes.ROWS.valueSet(load.rows()),
                    PipelineSearchAttributes.ORIGIN.valueSet(origins));
        }
    }

    /** @param rocAuc null where nobody knows it; not a number where the test part has one label only */
    static void auc(@Nullable Double rocAuc) {
        if (rocAuc != null && !rocAuc.isNaN() && isWanted()) {
            Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.AUC.valueSet(rocAuc));
        }
    }

    static void version(int version) {
        if (isWanted()) {
            Workflow.upsertTypedSearchAttributes(
                    PipelineSearchAttributes.MODEL_VERSION.valueSet(Integer.toString(version)));
        }
    }

    static void verdict(Verdict verdict) {
        if (isWanted()) {
            Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.VERDICT.valueSet(verdict.name()));
        }
    }

    private static boolean isWanted() {
        return Workflow.getVersion("found-by-figures", Workflow.DEFAULT_VERSION, 1) != Workflow.DEFAULT_VERSION;
    }
}
