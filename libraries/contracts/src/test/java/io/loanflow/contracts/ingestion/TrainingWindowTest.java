package io.loanflow.contracts.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.dataset.DefinitionYaml;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TrainingWindowTest {

    @Test
    void windowsAreReadAsTheyAreWritten() {
        assertThat(read("all")).isEqualTo(TrainingWindow.ALL);
        assertThat(TrainingWindow.read(null)).isEqualTo(TrainingWindow.ALL);
        assertThat(read("newest")).isEqualTo(new TrainingWindow(1, null));
        assertThat(read("last 3")).isEqualTo(new TrainingWindow(3, null));
        assertThat(read("since 2026-01-31")).isEqualTo(new TrainingWindow(null, Instant.parse("2026-01-31T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"last", "last 0", "last -1", "last 1.5", "since", "since May", "since 2026-02-30", "All"})
    void anotherTextIsRefusedWithWhatIsAllowed(String window) {
        assertThatThrownBy(() -> read(window))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining("training-window")
                .hasMessageContaining("newest, all, last N");
    }

    @Test
    void aReferenceOfAnOlderRunIsOneLoad() {
        DatasetRef old = JsonMapper.shared().readValue("""
                        {"dataset": "loan", "definitionVersion": 1, "definitionDigest": "d", "loadId": 7, "rows": 10,
                         "sha256": "ff", "origin": "FILE"}
                        """, DatasetRef.class);

        assertThat(old.selection()).isNull();
        assertThat(old.loads()).isEqualTo(List.of(new SelectedLoad(7, 10, "ff", DataOrigin.FILE)));
    }

    private static TrainingWindow read(String window) {
        return DefinitionYaml.read(
                TrainingWindow.KEY + ": " + window,
                "training.yaml",
                root -> TrainingWindow.read(root.optional(TrainingWindow.KEY)));
    }
}
