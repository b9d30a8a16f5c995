package io.loanflow.training.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.release.CanaryPolicy;
import io.loanflow.contracts.release.FirstWindowPolicy;
import io.loanflow.contracts.release.RolloutPolicy;
import io.loanflow.contracts.release.ShadowPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutPolicyTest {

    @TempDir
    private Path directory;

    @Test
    void nobodyLooksWhereTheFileDoesNotSayIt() throws IOException {
        assertThat(TrainingDefinitionReader.read(directory.resolve("absent.yaml"))
                        .rollout())
                .isEqualTo(RolloutPolicy.NONE);
        assertThat(read("release: {policy: automatic}")).isEqualTo(RolloutPolicy.NONE);
    }

    @Test
    void theFirstThousandDecisionsOfAnHourAreLookedAtUnlessTheFileSaysOtherwise() throws IOException {
        assertThat(read("release: {first-window: {}}").firstWindow())
                .isEqualTo(new FirstWindowPolicy(1000, 60, 0.01, 100, true));
        assertThat(read("release: {first-window: {decisions: 200, within-minutes: 5, max-error-rate: 0,"
                                + " max-p99-milliseconds: 2.5, score-drift: false}}")
                        .firstWindow())
                .isEqualTo(new FirstWindowPolicy(200, 5, 0, 2.5, false));
    }

    @Test
    void aThousandDecisionsOfAnHourAreComparedInTheShadowUnlessTheFileSaysOtherwise() throws IOException {
        assertThat(read("release: {shadow: {}}").shadow()).isEqualTo(new ShadowPolicy(1000, 60, 0.9, 0.25, 0.01, 100));
        assertThat(read("release: {shadow: {decisions: 50, within-minutes: 9, min-agreement: 0.99, max-score-psi: 0.1,"
                                + " max-error-rate: 0, max-p99-milliseconds: 5}}")
                        .shadow())
                .isEqualTo(new ShadowPolicy(50, 9, 0.99, 0.1, 0, 5));
        assertThatThrownBy(() -> read("release: {shadow: {min-agreement: 2, agreement: 1, within-minutes: 1441}}"))
                .hasMessageContainingAll(
                        "release.shadow.min-agreement", "release.shadow.agreement", "release.shadow.within-minutes");
    }

    @Test
    void aTenthOfAllIsAnsweredInTheChampionsPlaceUnlessTheFileSaysOtherwise() throws IOException {
        assertThat(read("release: {canary: {}}").canary()).isEqualTo(new CanaryPolicy(0.1, 500, 60, 0.25, 0.01, 100));
        assertThat(read("release: {canary: {share: 0.5, decisions: 50, within-minutes: 9, max-score-psi: 0.1,"
                                + " max-error-rate: 0, max-p99-milliseconds: 5}}")
                        .canary())
                .isEqualTo(new CanaryPolicy(0.5, 50, 9, 0.1, 0, 5));
        assertThatThrownBy(() -> read("release: {canary: {share: 0.6, part: 1}}"))
                .hasMessageContainingAll("release.canary.share", "release.canary.part");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertThatThrownBy(() -> read("release: {first-window: {decisions: 29, within-minutes: 0, max-error-rate: 2,"
                        + " max-p99-milliseconds: 0, score-drift: psi, most: 4}}"))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContainingAll(
                        "release.first-window.decisions",
                        "release.first-window.within-minutes",
                        "release.first-window.max-error-rate",
                        "release.first-window.max-p99-milliseconds",
                        "release.first-window.score-drift",
                        "release.first-window.most");
    }

    private RolloutPolicy read(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("training.yaml"), yaml);
        return TrainingDefinitionReader.read(file).rollout();
    }
}
