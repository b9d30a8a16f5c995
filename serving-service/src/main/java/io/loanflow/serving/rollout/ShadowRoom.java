package io.loanflow.serving.rollout;

import io.loanflow.contracts.serving.ShadowFigures;
import io.loanflow.contracts.serving.ShadowOrder;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.serving.champion.RehearsalRoom;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.decision.Decision;
import io.loanflow.serving.decision.DecisionKeeper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The models in the shadow, one a data set. */
@Component
public final class ShadowRoom implements DisposableBean {

    private final RehearsalRoom rehearsals;
    private final DecisionKeeper keeper;
    private final Map<String, Shadow> byDataset = new ConcurrentHashMap<>();

    ShadowRoom(RehearsalRoom rehearsals, DecisionKeeper keeper) {
        this.rehearsals = rehearsals;
        this.keeper = keeper;
        keeper.tell(this::decided);
    }

    /**
     * Begins where it is not there yet, and is good for the lease.
     *
     * @throws io.loanflow.model.folder.ModelUnusableException if it can never be served, or not beside those in service
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer now
     */
    public ShadowFigures follow(ShadowOrder order) {
        Shadow known = byDataset.get(order.challenger().name());
        Shadow shadow = known != null && known.isOf(order.challenger(), order.champion()) ? known : begun(order);
        shadow.renew(lease(order));
        return shadow.figures();
    }

    private synchronized Shadow begun(ShadowOrder order) {
        String dataset = order.challenger().name();
        Shadow known = byDataset.get(dataset);
        if (known != null && known.isOf(order.challenger(), order.champion())) {
            return known;
        }
        ServedModel challenger = rehearsals.model(order.challenger());
        Shadow shadow = new Shadow(challenger, order.champion(), keeper);
        shadow.renew(lease(order));
        Shadow former = byDataset.put(dataset, shadow);
        if (former != null) {
            former.end();
        }
        Thread thread = new Thread(
                () -> {
                    shadow.run();
                    byDataset.remove(dataset, shadow);
                },
                "shadow-" + dataset);
        thread.setDaemon(true);
        thread.start();
        return shadow;
    }

    private static Duration lease(ShadowOrder order) {
        return Duration.ofSeconds(order.leaseSeconds());
    }

    /** Ends it where it is there. */
    public void end(ModelVersionRef challenger) {
        Shadow shadow = byDataset.get(challenger.name());
        if (shadow != null && shadow.isOf(challenger)) {
            shadow.end();
        }
    }

    private void decided(ServedModel model, List<Decision> decisions) {
        Shadow shadow = byDataset.get(model.version().name());
        if (shadow != null) {
            shadow.offer(decisions);
        }
    }

    @Override
    public void destroy() {
        byDataset.values().forEach(Shadow::end);
    }
}
