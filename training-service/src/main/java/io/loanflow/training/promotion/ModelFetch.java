package io.loanflow.training.promotion;

import io.loanflow.model.Model;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.model.signature.TrustedKeys;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.NotInTrackingException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Fetches a version's model. */
@Component
class ModelFetch {

    private final MlflowArtifacts artifacts;
    private final TrustedKeys trusted;

    ModelFetch(MlflowArtifacts artifacts, TrustedKeys trusted) {
        this.artifacts = artifacts;
        this.trusted = trusted;
    }

    LoadedModel fetch(String runId) throws NotComparableException {
        AtomicLong bytes = new AtomicLong();
        try {
            List<String> present = artifacts.names(runId, ModelRegistry.MODEL);
            Model model = Model.of(ModelFolder.read(present, trusted.verified(runId, present, name -> {
                byte[] content = artifacts.download(runId, ModelRegistry.MODEL + "/" + name);
                bytes.addAndGet(content.length);
                return content;
            })));
            return new LoadedModel(model, bytes.get());
        } catch (NotInTrackingException e) {
            throw new NotComparableException("its run is gone", e);
        } catch (ModelUnusableException e) {
            throw new NotComparableException(
                    "the model folder of its run " + runId + " cannot be used: "
                            + String.valueOf(e.getMessage()).replaceAll("\\.$", ""),
                    e);
        }
    }
}
