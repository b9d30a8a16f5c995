package io.loanflow.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.training.ModelPart;
import io.loanflow.contracts.training.TrainingPlan;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.training.TrainingSettings;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A forest that grows in parts. */
class ForestPartsTest {

    private static final ModelPart[] THREE = {
        new ModelPart(0, 3, "sha"), new ModelPart(3, 3, "sha"), new ModelPart(6, 4, "sha")
    };

    private final PipelineEnvironment environment = new PipelineEnvironment();
    private final FakeServices services = environment.services;

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void eachPartIsGrownOnceAndAllAreJoinedInOrder() {
        PipelineResult result = run(3);

        assertThat(services.grownParts()).containsExactlyInAnyOrder(THREE);
        assertThat(services.trainedParts()).containsExactly(THREE);
        assertThat(result.training().model()).isEqualTo(FakeServices.TRAINED);
    }

    @Test
    void onePartIsTheWholeForestGrownByTheTraining() {
        run(1);

        assertThat(services.calls()).doesNotContain("planTraining", "growPart").contains("train");
        assertThat(services.trainedParts()).isNull();
    }

    @Test
    void morePartsThanTreesAreOneForEachTree() {
        run(64);

        assertThat(services.trainedParts()).hasSize(10).allMatch(part -> part.trees() == 1);
    }

    @Test
    void anAttemptThatFailsIsRepeatedForItsOwnTreesOnly() {
        services.failNext("growPart", new IllegalStateException("the worker was killed"));

        run(3);

        assertThat(Collections.frequency(services.calls(), "growPart")).isEqualTo(4);
        assertThat(services.grownParts()).containsExactlyInAnyOrder(THREE);
    }

    @Test
    void aModelThatWasMadeBeforeIsNotGrownAgain() {
        TrainingResult made = FakeServices.finished(new PipelineRun("earlier", "run"));
        services.answerPlan(new TrainingPlan(TrainingSettings.of(10, 42), 10, "mlflow-run", made));

        assertThat(run(3).training()).isEqualTo(made);
        assertThat(services.calls()).doesNotContain("growPart", "train");
    }

    @Test
    void batchesThatAreLostWhilePartsGrowArePreparedAgain() {
        services.failNext(
                "growPart",
                ApplicationFailure.newNonRetryableFailure("batch 3 is gone", FailureTypes.FEATURE_BATCHES_LOST));

        run(3);

        assertThat(Collections.frequency(services.calls(), "preprocess")).isEqualTo(2);
        assertThat(services.trainedParts()).containsExactly(THREE);
    }

    @Test
    void aFactAboutTheDataEndsTheRun() {
        services.failNext(
                "growPart",
                ApplicationFailure.newNonRetryableFailure("one class only", FailureTypes.TRAINING_IMPOSSIBLE));

        assertThatThrownBy(() -> run(3))
                .isInstanceOf(WorkflowFailedException.class)
                .hasRootCauseMessage("message='one class only', type='TrainingImpossible', nonRetryable=true");
        assertThat(services.calls()).doesNotContain("train");
    }

    private PipelineResult run(int partitions) {
        return environment
                .pipeline("run")
                .run(new PipelineRequest("loan", null, null, null, null, null, partitions, null, null));
    }
}
