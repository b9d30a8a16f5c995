package io.loanflow.serving.rollout;

import io.loanflow.contracts.serving.CanaryFigures;
import io.loanflow.contracts.serving.CanaryOrder;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.RehearsalRoom;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.decision.Decision;
import io.loanflow.serving.decision.DecisionKeeper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The models that answer a share of requests in the champion's place, one a data set. */
@Component
public final class CanaryRoom {

    private final Champions champions;
    private final RehearsalRoom rehearsals;
    private final VersionTallies tallies;
    private final Map<String, Canary> byDataset = new ConcurrentHashMap<>();

    public CanaryRoom(Champions champions, RehearsalRoom rehearsals, VersionTallies tallies, DecisionKeeper keeper) {
        this.champions = champions;
        this.rehearsals = rehearsals;
        this.tallies = tallies;
        keeper.tell(this::decided);
    }

    /**
     * Begins where it is not there yet, and is good for the lease; one that ended since it failed does not begin again.
     *
     * @throws ModelUnusableException if it can never be served, not beside those in service, or not in their place
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer now
     */
    public synchronized CanaryFigures follow(CanaryOrder order) {
        String dataset = order.challenger().name();
        Canary canary = byDataset.get(dataset);
        if (canary == null || !canary.isOf(order)) {
            canary = begun(order);
            byDataset.put(dataset, canary);
        }
        canary.renew();
        return canary.figures();
    }

    private Canary begun(CanaryOrder order) {
        ServedModel challenger = rehearsals.model(order.challenger());
        ServedModel champion = champions.required(order.challenger().name());
        if (!challenger.definitionDigest().equals(champion.definitionDigest())) {
            throw new ModelUnusableException(
                    "it was trained by another definition of the data set than the champion, and a request is for one"
                            + " of them; take release.canary out of training.yaml for this version");
        }
        return new Canary(challenger, order, tallies.begin(challenger));
    }

    /** Has the champion answer all again. */
    public synchronized void end(ModelVersionRef challenger) {
        Canary canary = byDataset.get(challenger.name());
        if (canary != null && canary.isOf(challenger)) {
            canary.end();
            byDataset.remove(challenger.name());
            tallies.end(challenger);
        }
    }

    /**
     * The model that answers a request.
     *
     * @param identity of the request: the same one is always answered by the same model
     */
    public ServedModel choose(ServedModel champion, Supplier<byte[]> identity) {
        Canary canary = byDataset.get(champion.version().name());
        if (canary == null) {
            return champion;
        }
        if (canary.isForgotten()) {
            byDataset.remove(champion.version().name(), canary);
        }
        return canary.choose(champion, identity.get());
    }

    private void decided(ServedModel model, List<Decision> decisions) {
        Canary canary = byDataset.get(model.version().name());
        if (canary != null) {
            canary.decided(model, decisions);
        }
    }
}
