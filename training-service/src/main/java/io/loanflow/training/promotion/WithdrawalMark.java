package io.loanflow.training.promotion;

import io.loanflow.contracts.release.ChampionMove;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.training.run.RunTags;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The mark of a version that never comes into service again. It names who made it, who alone may take it away. */
@Component
class WithdrawalMark {

    private static final String WITHDRAWN_BY = "withdrawn_by_workflow_run_id";

    private final VersionTags tags;

    WithdrawalMark(VersionTags tags) {
        this.tags = tags;
    }

    /** Marks the version that a move leaves where the move says why. One that is marked already keeps its reason. */
    void set(ChampionMove move) {
        ModelVersionRef left = move.from();
        String reason = move.withdrawal();
        if (left == null || reason == null || tags.read(left).orElse(Map.of()).containsKey(RunTags.WITHDRAWN)) {
            return;
        }
        // The time last: with it the mark is whole.
        tags.write(left, RunTags.WITHDRAWN_REASON, reason);
        tags.write(left, WITHDRAWN_BY, move.run().runId());
        tags.write(
                left,
                RunTags.WITHDRAWN,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    void takeAway(ChampionMove move) {
        ModelVersionRef left = move.from();
        if (left != null
                && move.run().runId().equals(tags.read(left).orElse(Map.of()).get(WITHDRAWN_BY))) {
            tags.delete(left, RunTags.WITHDRAWN);
            tags.delete(left, RunTags.WITHDRAWN_REASON);
            tags.delete(left, WITHDRAWN_BY);
        }
    }
}
