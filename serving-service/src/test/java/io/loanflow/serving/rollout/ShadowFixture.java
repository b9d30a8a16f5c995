package io.loanflow.serving.rollout;

import io.loanflow.model.row.Row;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.ChampionFixture;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.decision.DecisionFixture;
import io.loanflow.serving.decision.DecisionKeeper;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** Rooms for models in the shadow without an application around them. */
public final class ShadowFixture {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ShadowFixture() {}

    /** One that loads from where the settings say. */
    public static ShadowRoom room(ServingSettings settings) {
        return new ShadowRoom(ChampionFixture.rehearsals(settings), DecisionFixture.keeper(settings));
    }

    /** One whose models come from where the settings say. */
    public static CanaryRoom canaries(Champions champions, ServingSettings settings) {
        DecisionKeeper keeper = DecisionFixture.keeper(settings);
        return new CanaryRoom(
                champions, ChampionFixture.rehearsals(settings), new VersionTallies(champions, keeper), keeper);
    }

    /** Its self-test's. */
    static Row row(ServedModel model) {
        try (JsonParser parser = JSON.createParser(model.example().toString())) {
            parser.nextToken();
            return Objects.requireNonNull(model.reader().read(parser, "").row());
        }
    }
}
