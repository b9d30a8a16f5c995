package io.loanflow.serving.replay;

import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.model.row.Row;
import io.loanflow.serving.champion.FormerModels;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.decision.Decision;
import io.loanflow.serving.prediction.Answered;
import io.loanflow.serving.prediction.Answering;
import io.loanflow.serving.prediction.Decided;
import io.loanflow.serving.prediction.WantedReasons;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.TrackingRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Decides again. Nothing is counted or remembered. */
@Service
public final class DecisionReplay {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FormerModels models;

    DecisionReplay(FormerModels models) {
        this.models = models;
    }

    /**
     * @throws VersionLostException if the version that decided cannot be had any more
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer now
     */
    public Replay replay(Decision decision) {
        ServedModel model = model(decision);
        Row row = model.reader().read(JSON.readTree(decision.record())).row();
        if (row == null) {
            throw new VersionLostException("version " + decision.model().version()
                    + " does not take the record any more, so that it cannot be decided again");
        }
        Answered answered = new Answering(model, wanted(decision.verdict().reasons())).answer(row);
        return new Replay(decision, Decided.verdict(model, answered));
    }

    private ServedModel model(Decision decision) {
        ModelVersionRef version = decision.model();
        try {
            ServedModel model = models.get(version);
            if (!model.version().digest().equals(version.digest())
                    || !model.definitionDigest().equals(decision.definitionDigest())) {
                throw new VersionLostException("version " + version.version() + " of model " + version.name()
                        + " is not what it was when it decided: its trees or its definition have another digest");
            }
            return model;
        } catch (NotInTrackingException | TrackingRefusedException | ModelUnusableException e) {
            throw new VersionLostException(
                    "version " + version.version() + " of model " + version.name() + " cannot be loaded from MLflow: "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * As many as were answered: reasons that were not wanted then are none of the decision. Where nothing spoke against the record they were
     * wanted all the same.
     *
     * @param reasons as JSON; null where none were wanted
     */
    static WantedReasons wanted(@Nullable String reasons) {
        return reasons == null
                ? WantedReasons.NONE
                : new WantedReasons(Math.max(1, JSON.readTree(reasons).size()), false);
    }
}
