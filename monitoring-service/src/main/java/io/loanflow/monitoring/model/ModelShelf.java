package io.loanflow.monitoring.model;

import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.signature.TrustedKeys;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.ModelRegistry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads models' folders from MLflow, each once while it is asked for: a version never changes. */
@Component
public class ModelShelf {

    private static final int MOST_MODELS = 16;

    private final MlflowArtifacts artifacts;
    private final TrustedKeys trusted;
    private final Map<String, WatchedModel> models = new LinkedHashMap<>(MOST_MODELS, 0.75f, true);

    ModelShelf(MlflowArtifacts artifacts, TrustedKeys trusted) {
        this.artifacts = artifacts;
        this.trusted = trusted;
    }

    /**
     * @param runId MLflow run that made the model
     * @throws io.loanflow.tracking.NotInTrackingException if MLflow does not have it any more
     * @throws io.loanflow.model.folder.ModelUnusableException if its folder is not whole, or no trusted key signed it
     */
    public synchronized WatchedModel model(String runId) {
        WatchedModel known = models.get(runId);
        if (known == null) {
            known = read(runId);
            models.put(runId, known);
            if (models.size() > MOST_MODELS) {
                models.remove(models.keySet().iterator().next());
            }
        }
        return known;
    }

    private WatchedModel read(String runId) {
        Collection<String> names = artifacts.names(runId, ModelRegistry.MODEL);
        ModelFolder folder = ModelFolder.read(
                names,
                trusted.verified(runId, names, name -> artifacts.download(runId, ModelRegistry.MODEL + "/" + name)));
        return new WatchedModel(
                folder.encoder().fitted(DatasetDefinitionReader.read(folder.definition(), ModelFolder.DEFINITION)),
                folder.facts().digest(),
                folder.distribution());
    }
}
