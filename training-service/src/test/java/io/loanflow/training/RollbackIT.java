package io.loanflow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.release.Refusal;
import io.loanflow.contracts.release.ReleaseCandidate;
import io.loanflow.contracts.release.RollbackPlan;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.testsupport.RedisExtension;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.training.fixture.RunningService;
import io.loanflow.training.promotion.ChampionAlias;
import io.loanflow.training.promotion.VersionUnavailableException;
import io.loanflow.training.promotion.Withdrawal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RollbackIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    @TempDir
    static Path definitions;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(MLFLOW.trackingUri(), REDIS.redisUrl(), definitions);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void anAppointmentIsUndoneWhateverHappenedBetween() throws IOException {
        ModelVersionRef first = train("undone", 1);
        ModelVersionRef second = train("undone", 2);

        alias().appoint(first);
        alias().appoint(second);
        alias().appoint(second);

        Refusal refusal = new Refusal(second, "serving refused it");
        assertThat(alias().reinstate(refusal)).isEqualTo(first);
        assertThat(alias().reinstate(refusal)).isEqualTo(first);
        assertThat(champion("undone")).map(RegisteredModelVersion::version).contains(first.version());
        assertThat(registry().versions("undone").get(0).tags())
                .containsEntry("gate_verdict", Verdict.REFUSED.name())
                .containsEntry("gate_reason", "serving refused it");
    }

    @Test
    void theFirstAppointmentIsUndoneToNone() throws IOException {
        ModelVersionRef only = train("undone_to_none", 1);

        alias().appoint(only);
        assertThat(alias().reinstate(new Refusal(only, "why"))).isNull();
        assertThat(champion("undone_to_none")).isEmpty();
    }

    @Test
    void anAliasMovedByHandStaysWhereItIs() throws IOException {
        ModelVersionRef first = train("by_hand", 1);
        ModelVersionRef second = train("by_hand", 2);
        ModelVersionRef third = train("by_hand", 3);
        alias().appoint(first);
        alias().appoint(second);
        registry().setAlias("by_hand", ModelRegistry.CHAMPION, third.version());

        assertThat(alias().reinstate(new Refusal(second, "why"))).isEqualTo(third);
    }

    @Test
    void aRollbackGoesToTheChampionBeforeAndMarksWhatItLeaves() throws IOException {
        ModelVersionRef first = train("back", 1);
        ModelVersionRef second = train("back", 2);
        alias().appoint(first);
        alias().appoint(second);
        Withdrawal withdrawal = service.bean(Withdrawal.class);

        RollbackPlan plan = withdrawal.plan(new RollbackRequest("back", null, " rejects everybody "));
        assertThat(plan).isEqualTo(new RollbackPlan(second, first, "rejects everybody"));
        withdrawal.rollBack(plan);
        withdrawal.rollBack(plan);

        assertThat(champion("back")).map(RegisteredModelVersion::version).contains(first.version());
        assertThat(registry().versions("back").get(0).tags())
                .containsEntry("withdrawn_reason", "rejects everybody")
                .containsKey("withdrawn");
        assertThatThrownBy(() -> withdrawal.plan(new RollbackRequest("back", second.version(), "again")))
                .isInstanceOf(VersionUnavailableException.class)
                .hasMessageContaining("was withdrawn at");
        assertThatThrownBy(() -> withdrawal.plan(new RollbackRequest("back", null, "again")))
                .hasMessageContaining("has no version that passed the gate beside version " + first.version());
    }

    @Test
    void whatWasWithdrawnMeanwhileIsNotAppointed() throws IOException {
        ModelVersionRef first = train("overtaken", 1);
        ModelVersionRef second = train("overtaken", 2);
        alias().appoint(first);
        alias().appoint(second);
        Withdrawal withdrawal = service.bean(Withdrawal.class);
        withdrawal.rollBack(withdrawal.plan(new RollbackRequest("overtaken", null, "why")));

        assertThatThrownBy(() -> alias().appoint(second)).hasMessageContaining("was withdrawn");
        assertThat(champion("overtaken")).map(RegisteredModelVersion::version).contains(first.version());
    }

    @Test
    void whatIsRefusedBeforeItsAppointmentMovesNothing() throws IOException {
        ModelVersionRef first = train("refused", 1);
        ModelVersionRef second = train("refused", 2);
        alias().appoint(first);

        assertThat(alias().refuse(new Refusal(second, "why"))).isEqualTo(first);
    }

    @Test
    void aRollbackThatCannotBeSaysWhy() throws IOException {
        Withdrawal withdrawal = service.bean(Withdrawal.class);
        assertThatThrownBy(() -> withdrawal.plan(new RollbackRequest("unheard_of", null, "why")))
                .hasMessage("model unheard_of has no champion to leave");
        ModelVersionRef only = train("impossible", 1);
        alias().appoint(only);
        assertThatThrownBy(() -> withdrawal.plan(new RollbackRequest("impossible", null, " ")))
                .hasMessageContaining("needs a reason");
        assertThatThrownBy(() -> withdrawal.plan(new RollbackRequest("impossible", only.version(), "why")))
                .hasMessageContaining("is in service already");
        assertThatThrownBy(() -> withdrawal.plan(new RollbackRequest("impossible", 99, "why")))
                .hasMessageContaining("has no version 99");
    }

    @Test
    void aVersionIsFoundWithTheRowsItWasMadeFrom() throws IOException {
        TrainingRequest request =
                service.prepare("found", new PreprocessingSettings(0.25, 7), TrainingSettings.of(2, 1));
        ModelVersionRef version = service.train(request).model();
        PipelineRun run = new PipelineRun("release", "run-9");

        ReleaseCandidate candidate = alias().find(new VersionRequest("found", version.version(), run));
        assertThat(candidate.version()).isEqualTo(version);
        assertThat(candidate.rows().load()).isEqualTo(request.load());
        assertThat(candidate.rows().settings()).isEqualTo(new PreprocessingSettings(0.25, 7));
        assertThat(alias().find(new VersionRequest("found", null, run))).isEqualTo(candidate);
        assertThatThrownBy(() -> alias().find(new VersionRequest("found", 99, run)))
                .hasMessageContaining("has no version 99");
    }

    private static ModelVersionRef train(String dataset, int seed) throws IOException {
        return service.train(service.prepare(dataset, PreprocessingSettings.DEFAULTS, TrainingSettings.of(2, seed)))
                .model();
    }

    private static ChampionAlias alias() {
        return service.bean(ChampionAlias.class);
    }

    private static ModelRegistry registry() {
        return service.bean(ModelRegistry.class);
    }

    private static Optional<RegisteredModelVersion> champion(String model) {
        return registry().byAlias(model, ModelRegistry.CHAMPION);
    }
}
