package io.loanflow.worker.pipeline;

import io.loanflow.contracts.serving.AnswerFigures;
import io.loanflow.contracts.training.ModelVersionRef;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a version answers on all replicas of serving. What one that has died said last counts; its name never comes back. */
final class ReplicaFigures {

    private final ReplicaPoll<AnswerFigures> poll;
    private final Map<String, AnswerFigures> last = new LinkedHashMap<>();
    private boolean elsewhere;

    ReplicaFigures(ModelVersionRef version) {
        poll = new ReplicaPoll<>(replica -> ReplicaSteps.figuresOn(replica, version));
    }

    void ask() {
        Map<String, AnswerFigures> now = poll.ask();
        last.putAll(now);
        elsewhere = !now.isEmpty() && now.values().stream().noneMatch(AnswerFigures::inService);
    }

    /** Whether those that could be asked answer with another version. */
    boolean isElsewhere() {
        return elsewhere;
    }

    AnswerFigures sum() {
        return last.values().stream().reduce(AnswerFigures.NONE, AnswerFigures::plus);
    }
}
