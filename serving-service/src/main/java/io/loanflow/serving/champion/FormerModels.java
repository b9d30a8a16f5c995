package io.loanflow.serving.champion;

import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.tracking.RegisteredModelVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Versions that need not be in service, loaded when they are asked for; the last few are kept, as long as nobody needs their memory. */
@Component
public final class FormerModels {

    private static final int MOST = 8;

    private final Champions champions;
    private final ModelLoader loader;
    private final Map<String, ServedModel> byRun = new LinkedHashMap<>(16, 0.75f, true);

    FormerModels(Champions champions, ModelLoader loader) {
        this.champions = champions;
        this.loader = loader;
        loader.whenShortOfMemory(this::forget);
    }

    /**
     * A version as it is in MLflow, or in service.
     *
     * @throws ModelUnusableException if it cannot be had
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer now, or has no such version
     */
    public ServedModel get(ModelVersionRef version) {
        return champions.inService().stream()
                .filter(model -> model.version().runId().equals(version.runId()))
                .findFirst()
                .orElseGet(() -> former(version));
    }

    private ServedModel former(ModelVersionRef version) {
        synchronized (byRun) {
            ServedModel known = byRun.get(version.runId());
            if (known != null) {
                return known;
            }
        }
        ServedModel model =
                loader.load(new RegisteredModelVersion(version.name(), version.version(), version.runId(), Map.of()));
        synchronized (byRun) {
            byRun.put(version.runId(), model);
            if (byRun.size() > MOST) {
                byRun.remove(byRun.keySet().iterator().next());
            }
        }
        return model;
    }

    private void forget() {
        synchronized (byRun) {
            byRun.clear();
        }
    }
}
