package io.loanflow.serving.champion;

import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.serving.ServingSettings;
import io.loanflow.tracking.DamagedArtifactException;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.ModelFolder;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.RegisteredModelVersion;
import java.util.List;
import org.springframework.stereotype.Component;

/** Fetches the folder of a registered version and makes a served model of it. */
@Component
class ModelLoader {

    private static final List<String> NEEDED = List.of(
            ModelFolder.FOREST, ModelFolder.ENCODER, ModelFolder.DEFINITION, ModelFolder.SELF_TEST, ModelFolder.FACTS);

    private final MlflowArtifacts artifacts;

    ModelLoader(ServingSettings settings) {
        this.artifacts = new MlflowArtifacts(settings.trackingUri());
    }

    /**
     * @throws ModelUnusableException if this version can never be served
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer now
     */
    ServedModel load(RegisteredModelVersion version) {
        if (version.runId().isEmpty()) {
            throw new ModelUnusableException("it was registered without a run; register the model folder of a run");
        }
        ModelFolder folder = download(version);
        ModelVersionRef reference = new ModelVersionRef(
                version.name(),
                version.version(),
                version.runId(),
                folder.facts().digest());
        ServedModel model = new ModelAssembler(folder, reference).assemble();
        SelfTestRun.check(model, folder.selfTest());
        return model;
    }

    private ModelFolder download(RegisteredModelVersion version) {
        try {
            return ModelFolder.download(artifacts, version.runId());
        } catch (DamagedArtifactException e) {
            throw new ModelUnusableException(String.valueOf(e.getMessage()), e);
        } catch (NotInTrackingException e) {
            refuseIncomplete(version);
            throw e;
        }
    }

    /** Names every file that is missing, not only the first. */
    private void refuseIncomplete(RegisteredModelVersion version) {
        List<String> present = artifacts.list(version.runId(), ModelFolder.PATH);
        List<String> absent = NEEDED.stream()
                .filter(name -> !present.contains(ModelFolder.PATH + "/" + name))
                .toList();
        if (!absent.isEmpty()) {
            throw new ModelUnusableException("the model folder of run " + version.runId() + " lacks "
                    + String.join(", ", absent) + "; train the model again");
        }
    }
}
