package io.loanflow.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.training.definition.DatasetParameters;
import org.junit.jupiter.api.Test;

class TrainingKeyTest {

    private static final PreprocessingSettings SPLIT = PreprocessingSettings.DEFAULTS;
    private static final TrainingSettings SETTINGS = TrainingSettings.DEFAULTS;

    private static final TrainingRequest REQUEST = request("ab", "run-1", "prefix-1", SPLIT);

    @Test
    void whoAsksAndWhereTheBatchesLieDoesNotMatter() {
        assertThat(key(request("ab", "run-2", "prefix-2", SPLIT), SETTINGS))
                .isEqualTo(key(REQUEST, SETTINGS))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void contentSplitAndSettingsMatter() {
        assertThat(key(REQUEST, SETTINGS))
                .isNotEqualTo(key(request("cd", "run-1", "prefix-1", SPLIT), SETTINGS))
                .isNotEqualTo(key(request("ab", "run-1", "prefix-1", new PreprocessingSettings(0.2, 7)), SETTINGS))
                .isNotEqualTo(key(REQUEST, TrainingSettings.of(21, 42)))
                .isNotEqualTo(key(REQUEST, TrainingSettings.of(20, 43)));
    }

    private static String key(TrainingRequest request, TrainingSettings settings) {
        return TrainingKey.of(request, DatasetParameters.complete(settings), "");
    }

    private static TrainingRequest request(String sha256, String runId, String prefix, PreprocessingSettings split) {
        return new TrainingRequest(
                new DatasetRef("loan", 1, "dd", 1, 10, "ff", DataOrigin.FILE),
                new FeatureBatches(prefix, 1, 1, 8, 2, "ee", sha256),
                split,
                SETTINGS,
                new PipelineRun("pipeline-loan", runId),
                null);
    }
}
