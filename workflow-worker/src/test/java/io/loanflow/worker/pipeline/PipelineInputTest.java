package io.loanflow.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.tuning.TuningResult;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs as people type them in Temporal's UI. */
class PipelineInputTest {

    private final PipelineEnvironment environment = new PipelineEnvironment();

    @AfterEach
    void close() {
        environment.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"loan\"                                              | must be an object such as {\"dataset\": \"loan\"}",
                "[]                                                    | must be an object",
                "{\"dataset\":\"loan\",\"trainingPartitions\":\"many\"}  | trainingPartitions must be a whole number",
                "{\"dataset\":\"loan\",\"trainingPartitions\":2.5}       | trainingPartitions",
                "{\"dataset\":\"loan\",\"trainingPartitions\":0}         | trainingPartitions must be from 1 to",
                "{\"dataset\":\"loan\",\"fille\":\"x.csv\"}              | a property fille, which does not exist. There are dataset, file,",
                "{\"dataset\":\"loan\",\"tune\":\"yes\"}                 | tune must be true or false",
                "{\"dataset\":[\"loan\"]}                                | dataset must be a text",
                "{\"dataset\":\"loan\",\"preprocessing\":{\"testShare\":\"0,2\"}} | preprocessing.testShare must be a number. Leave it out",
                "{\"dataset\":\"loan\",\"preprocessing\":{\"testshare\":0.2}}     | preprocessing.testshare, which does not exist. Beside it there are seed, testShare",
                "{\"dataset\":\"loan\",\"preprocessing\":7}              | preprocessing must be an object",
            })
    void aWrongInputFailsAtOnceAndSaysWhere(String input, String said) throws JsonProcessingException {
        WorkflowStub run = start("Pipeline", input);

        assertThatThrownBy(() -> run.getResult(PipelineResult.class))
                .isInstanceOf(WorkflowFailedException.class)
                .cause()
                .asInstanceOf(type(ApplicationFailure.class))
                .satisfies(failure -> {
                    assertThat(failure.getType()).isEqualTo(FailureTypes.SETTINGS_INVALID);
                    assertThat(failure.getOriginalMessage()).contains(said);
                });
        assertThat(environment.services.calls()).isEmpty();
    }

    @Test
    void aTuningsWrongInputFailsAtOnce() throws JsonProcessingException {
        WorkflowStub run = start("Tuning", "{\"dataset\":\"loan\",\"trees\":7}");

        assertThatThrownBy(() -> run.getResult(TuningResult.class))
                .rootCause()
                .hasMessageContaining("a property trees, which does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Release  | \"loan\"                                       | must be an object",
                "Release  | {\"dataset\":\"loan\",\"version\":\"one\"}       | version must be a whole number",
                "Release  | {\"dataset\":\"loan\",\"verzion\":1}           | a property verzion, which does not exist",
                "Release  | {\"dataset\":\"loan\",\"candidate\":\"x\"}       | candidate must be an object",
                "Rollback | \"loan\"                                       | must be an object",
                "Rollback | {\"dataset\":\"loan\",\"to\":\"one\"}            | to must be a whole number",
                "Rollback | {\"dataset\":\"loan\",\"reasn\":\"x\"}           | a property reasn, which does not exist",
                "FirstWindow | {\"dataset\":\"loan\"}                      | lacks version, policy or from",
                "FirstWindow | {\"dataset\":\"loan\",\"versoin\":1}       | a property versoin, which does not exist",
            })
    void aReleasesOrRollbacksWrongInputFailsAtOnce(String workflow, String input, String said)
            throws JsonProcessingException {
        WorkflowStub run = start(workflow, input);

        assertThatThrownBy(() -> run.getResult(Object.class)).rootCause().hasMessageContaining(said);
        assertThat(environment.services.calls()).isEmpty();
    }

    @Test
    void whatIsLeftOutOfASettingHasItsDefault() throws JsonProcessingException {
        start("Pipeline", "{\"dataset\":\"loan\",\"preprocessing\":{\"testShare\":0.25}}")
                .getResult(PipelineResult.class);

        assertThat(environment.services.split()).isEqualTo(new PreprocessingSettings(0.25, 42));
    }

    private WorkflowStub start(String workflow, String json) throws JsonProcessingException {
        WorkflowStub stub = environment
                .client()
                .newUntypedWorkflowStub(
                        workflow,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(TaskQueues.PIPELINE)
                                .build());
        stub.start(new ObjectMapper().readTree(json));
        return stub;
    }
}
