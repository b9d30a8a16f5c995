package io.loanflow.serving.champion;

import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.Model;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.ServingSettings;
import java.util.OptionalInt;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/** Puts models in service without a registry. */
public final class ChampionFixture {

    private ChampionFixture() {}

    /** One that serves data set {@code loan}. */
    public static Champions serving(ModelFolder folder, ServingSettings settings) {
        Champions champions = new Champions(settings);
        serve(champions.follow("loan"), folder, 1, "0f");
        return champions;
    }

    public static Champion champion() {
        return new Champion("loan");
    }

    public static void serve(Champion champion, ModelFolder folder, int version, String runId) {
        champion.serve(model(champion.dataset(), folder, version, runId));
    }

    public static void refuse(Champion champion, int version, String runId, String reason) {
        champion.refuse(new Refusal(version, runId, reason));
    }

    /** As the registry answers. */
    public static void name(Champion champion, int version) {
        champion.named(OptionalInt.of(version));
    }

    private static ServedModel model(String dataset, ModelFolder folder, int version, String runId) {
        ModelVersionRef reference =
                new ModelVersionRef(dataset, version, runId, folder.facts().digest());
        return new ServedModel(reference, Model.of(folder));
    }

    /** One that knows no server to ask. */
    public static WarmUp warmUp(ServingSettings settings) {
        return new WarmUp(new OwnServer(new ServerProperties()), settings);
    }

    public static RehearsalRoom rehearsals(ServingSettings settings) {
        return new RehearsalRoom(new ModelLoader(settings));
    }
}
