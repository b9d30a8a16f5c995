package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.release.ChampionMove;
import io.loanflow.contracts.release.ChampionMoved;
import io.loanflow.contracts.release.ReleaseEvent;
import io.loanflow.contracts.release.ReleaseEventKind;
import io.loanflow.contracts.release.ReleaseEvidence;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.worker.ledger.LedgerEntrance;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Moves the alias, and then has the ledger remember it: no other move begins before it is on its way there. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class ChampionSwitchImpl implements ChampionSwitch {

    @Override
    public ChampionMoved perform(ChampionOrder order) {
        ChampionMoved moved = RegistrySteps.move(order);
        if (moved.done() || order.back()) {
            LedgerEntrance.leave(event(order, moved));
        }
        return moved;
    }

    private static ReleaseEvent event(ChampionOrder order, ChampionMoved moved) {
        ChampionMove move = order.move();
        ReleaseEventKind kind = kind(order, moved);
        ModelVersionRef now = moved.champion();
        return new ReleaseEvent(
                kind,
                order.dataset(),
                move.to(),
                kind == ReleaseEventKind.REFUSED ? now : before(order),
                now,
                Objects.requireNonNullElseGet(moved.at(), () -> Instant.ofEpochMilli(Workflow.currentTimeMillis())),
                cause(order).reason(),
                move.run(),
                cause(order).by(),
                cause(order).evidence());
    }

    private static ReleaseEventKind kind(ChampionOrder order, ChampionMoved moved) {
        if (order.back()) {
            return moved.done() ? ReleaseEventKind.TAKEN_BACK : ReleaseEventKind.REFUSED;
        }
        if (moved.at() == null) {
            return ReleaseEventKind.MOVED_OUTSIDE;
        }
        return order.move().withdrawal() == null ? ReleaseEventKind.PROMOTED : ReleaseEventKind.ROLLED_BACK;
    }

    private static @Nullable ModelVersionRef before(ChampionOrder order) {
        return order.back() ? order.move().to() : order.move().from();
    }

    private static ReleaseCause cause(ChampionOrder order) {
        return Objects.requireNonNullElseGet(
                order.cause(), () -> new ReleaseCause("It was begun without a reason.", null, ReleaseEvidence.NONE));
    }
}
