package io.loanflow.serving.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.champion.Champion;
import io.loanflow.serving.champion.ChampionFixture;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.decision.DecisionFixture;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.serving.prediction.PredictorFixture;
import org.junit.jupiter.api.Test;

class VersionTalliesTest {

    private static final ModelFolder FOLDER = TrainedModel.small(1).folder(DataOrigin.FILE);

    private final Champions champions = ChampionFixture.serving(FOLDER, PredictorFixture.SETTINGS);
    private final VersionTallies tallies =
            new VersionTallies(champions, DecisionFixture.keeper(PredictorFixture.SETTINGS));
    private final ServedModel challenger = challenger();

    /** As on a replica that was started in the middle of a canary. */
    @Test
    void whatAnswersInTheChampionsPlaceGoesOnBeingCountedWhenTheChampionAnswersFirst() {
        VersionTally tally = tallies.begin(challenger);

        var unused = tallies.of(champions.required("loan"));

        assertThat(tallies.of(challenger)).isSameAs(tally);
    }

    @Test
    void eachTimeCountsAnew() {
        VersionTally first = tallies.begin(challenger);
        first.answered(7);

        assertThat(tallies.begin(challenger).figures(false).answers()).isZero();
    }

    private static ServedModel challenger() {
        Champion other = ChampionFixture.champion();
        ChampionFixture.serve(other, FOLDER, 2, "0f2");
        return other.required();
    }
}
