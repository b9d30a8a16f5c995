package io.loanflow.serving.rollout;

import io.loanflow.contracts.serving.AnswerFigures;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.decision.DecisionKeeper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How versions answer, each from when it was loaded last. */
@Component
public final class VersionTallies {

    private final Champions champions;
    private final Map<String, VersionTally> byRun = new ConcurrentHashMap<>();

    /** Run of the version that answers in the champion's place, by data set. */
    private final Map<String, String> tried = new ConcurrentHashMap<>();

    public VersionTallies(Champions champions, DecisionKeeper keeper) {
        this.champions = champions;
        keeper.tell((model, decisions) -> of(model).answered(decisions.size()));
    }

    /** Begins anew where the version was loaded anew. */
    public VersionTally of(ServedModel model) {
        VersionTally known = byRun.get(model.version().runId());
        if (known != null && known.isOf(model)) {
            return known;
        }
        forgetOthers(model.version().name());
        return byRun.compute(
                model.version().runId(),
                (run, tally) -> tally != null && tally.isOf(model) ? tally : new VersionTally(model));
    }

    /** Counts a version from now on that is not in service and answers all the same, until {@link #end}. */
    VersionTally begin(ServedModel model) {
        VersionTally tally = new VersionTally(model);
        tried.put(model.version().name(), model.version().runId());
        byRun.put(model.version().runId(), tally);
        return tally;
    }

    /** It answers in nobody's place any more. */
    void end(ModelVersionRef version) {
        tried.remove(version.name(), version.runId());
    }

    /** What is not in service any more is not asked about; a request that it still answers is counted anew. */
    private void forgetOthers(String dataset) {
        byRun.values()
                .removeIf(tally -> tally.version().name().equals(dataset)
                        && !isInService(tally.version())
                        && !tally.version().runId().equals(tried.get(dataset)));
    }

    /** Of a version that may never have answered here. */
    public AnswerFigures figures(ModelVersionRef version) {
        boolean inService = isInService(version);
        VersionTally tally = byRun.get(version.runId());
        return tally == null
                ? new AnswerFigures(inService, 0, 0, AnswerFigures.NONE.latency())
                : tally.figures(inService);
    }

    private boolean isInService(ModelVersionRef version) {
        return champions.mayServe(version.name())
                && champions.follow(version.name()).serves(version.version(), version.runId());
    }
}
