package io.loanflow.localstack.pipeline;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.pipeline.StageProgress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is said of a stage while it runs. */
final class StageLine {

    private StageLine() {}

    /** @param activity the one that works for the stage; null where none does */
    static String of(StageProgress stage, @Nullable ActivityView activity) {
        if (activity == null || !stage.summary().isEmpty()) {
            return stage.summary();
        }
        if (activity.attempt() > 1 && activity.lastFailure() != null) {
            return "attempt " + activity.attempt() + ", since: " + activity.lastFailure();
        }
        RowProgress progress = activity.progress();
        return progress == null || progress.done() == 0 ? "" : of(progress, stage.seconds());
    }

    private static String of(RowProgress progress, double seconds) {
        String done = progress.total() > 0
                ? String.format(Locale.ROOT, "%,d of %,d %s", progress.done(), progress.total(), progress.unit())
                : String.format(Locale.ROOT, "%,d %s", progress.done(), progress.unit());
        double rate = seconds > 0 ? progress.done() / seconds : 0;
        return rate >= 1 ? done + String.format(Locale.ROOT, ", %,.0f %s/s", rate, progress.unit()) : done;
    }
}
