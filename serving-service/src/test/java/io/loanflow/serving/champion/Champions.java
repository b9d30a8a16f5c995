package io.loanflow.serving.champion;

import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.Model;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.ServingSettings;
import java.util.OptionalInt;

/** Puts models in service without a registry. */
public final class Champions {

    private Champions() {}

    public static Champion serving(ModelFolder folder) {
        Champion champion = new Champion();
        serve(champion, folder, 1, "0f");
        return champion;
    }

    public static void serve(Champion champion, ModelFolder folder, int version, String runId) {
        champion.serve(model(folder, version, runId));
    }

    public static void refuse(Champion champion, int version, String runId, String reason) {
        champion.refuse(new Refusal(version, runId, reason));
    }

    /** As the registry answers. */
    public static void name(Champion champion, int version) {
        champion.named(OptionalInt.of(version));
    }

    static ServedModel model(ModelFolder folder, int version, String runId) {
        ModelVersionRef reference =
                new ModelVersionRef("loan", version, runId, folder.facts().digest());
        return new ServedModel(reference, Model.of(folder));
    }

    public static RehearsalRoom rehearsals(ServingSettings settings) {
        return new RehearsalRoom(new ModelLoader(settings));
    }
}
