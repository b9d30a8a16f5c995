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

    @Test
    void whoAsksAndWhereTheBatchesLieDoesNotMatter() {
        assertThat(key("ab", SPLIT, SETTINGS, "run-1", "prefix-1"))
                .isEqualTo(key("ab", SPLIT, SETTINGS, "run-2", "prefix-2"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void contentSplitAndSettingsMatter() {
        assertThat(key("ab", SPLIT, SETTINGS, "run-1", "prefix"))
                .isNotEqualTo(key("cd", SPLIT, SETTINGS, "run-1", "prefix"))
                .isNotEqualTo(key("ab", new PreprocessingSettings(0.2, 7), SETTINGS, "run-1", "prefix"))
                .isNotEqualTo(key("ab", SPLIT, TrainingSettings.of(21, 42), "run-1", "prefix"))
                .isNotEqualTo(key("ab", SPLIT, TrainingSettings.of(20, 43), "run-1", "prefix"));
    }

    private static String key(
            String sha256, PreprocessingSettings split, TrainingSettings settings, String runId, String prefix) {
        TrainingRequest request = new TrainingRequest(
                new DatasetRef("loan", 1, "dd", 1, 10, "ff", DataOrigin.FILE),
                new FeatureBatches(prefix, 1, 1, 8, 2, "ee", sha256),
                split,
                settings,
                new PipelineRun("pipeline-loan", runId),
                null);
        return TrainingKey.of(request, DatasetParameters.complete(settings));
    }
}
