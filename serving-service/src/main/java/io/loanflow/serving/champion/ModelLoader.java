package io.loanflow.serving.champion;

import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.Model;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.model.signature.TrustedKeys;
import io.loanflow.serving.ServingSettings;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fetches the folder of a registered version and makes a served model of it. */
@Component
class ModelLoader {

    private static final Logger LOG = LoggerFactory.getLogger(ModelLoader.class);

    private final MlflowArtifacts artifacts;
    private final TrustedKeys trusted;
    private final HeapAdmission admission = HeapAdmission.ofThisProcess();
    private final List<Runnable> reliefs = new CopyOnWriteArrayList<>();

    ModelLoader(ServingSettings settings) {
        this.artifacts = new MlflowArtifacts(settings.trackingUri());
        File keys = settings.modelKeys();
        this.trusted = TrustedKeys.of(keys == null ? null : keys.toPath());
        if (!trusted.areAsked()) {
            LOG.warn(
                    "No signature of a model is asked for: whoever may write to MLflow's artifacts decides. Set LOANFLOW_MODEL_KEYS");
        }
    }

    /** @param relief gives memory back that is dispensable; called before a model is refused for want of it */
    void whenShortOfMemory(Runnable relief) {
        reliefs.add(relief);
    }

    /**
     * One at a time: what two need at once may not fit where each of them does.
     *
     * @throws ModelUnusableException if this version can never be served
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer now
     */
    synchronized ServedModel load(RegisteredModelVersion version) {
        String runId = version.runId();
        if (runId.isEmpty()) {
            throw new ModelUnusableException("it was registered without a run; register the model folder of a run");
        }
        try {
            Model model = model(runId);
            return new ServedModel(
                    new ModelVersionRef(
                            version.name(),
                            version.version(),
                            runId,
                            model.facts().digest()),
                    model);
        } catch (ModelUnusableException e) {
            throw new ModelUnusableException("run " + runId + ": " + e.getMessage(), e);
        }
    }

    private Model model(String runId) {
        Map<String, Long> sizes = artifacts.sizes(runId, ModelRegistry.MODEL);
        admit(sizes.entrySet().stream()
                .filter(file -> ModelFolder.reads(file.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum());
        Model model = Model.of(ModelFolder.read(
                sizes.keySet(),
                trusted.verified(
                        runId, sizes.keySet(), name -> artifacts.download(runId, ModelRegistry.MODEL + "/" + name))));
        // Made now, so that no request waits for them, and a model whose reasons fail their test is refused.
        var unused = model.reasons();
        return model;
    }

    private void admit(long bytes) {
        try {
            admission.require(bytes);
        } catch (ModelUnusableException e) {
            reliefs.forEach(Runnable::run);
            admission.require(bytes);
        }
    }
}
