package io.loanflow.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MlmodelFileTest {

    @Test
    void signatureNamesFeaturesOnlyAndMarksWhatMayBeMissing() {
        TrackedRun run = new TrackedRun("1", "0f", "mlflow-artifacts:/1/0f/artifacts", true, 0, Map.of(), Map.of(), "");

        String text = MlmodelFile.text(run, TestDataset.DEFINITION, 3);

        assertThat(text)
                .contains("utc_time_created: '1970-01-01 00:00:00.000000'", "\\\"name\\\":\\\"age\\\"")
                .contains("positive_label: \"yes\"")
                .doesNotContain("approved");
    }

    @Test
    void inputExampleIsInTheSplitLayout() {
        String example = MlflowHttp.JSON.writeValueAsString(
                MlmodelFile.inputExample(TestDataset.folder().selfTest().input()));

        assertThat(MlflowHttp.JSON.readTree(example))
                .isEqualTo(MlflowHttp.JSON.readTree("{\"columns\": [\"age\", \"home\"], \"data\": [[44, \"OWN\"]]}"));
    }

    @Test
    void anAddressThatIsNotHttpIsRefusedWithTheSetting() {
        assertThatThrownBy(() -> new MlflowArtifacts(URI.create("file:///tmp/mlruns")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MLFLOW_TRACKING_URI");
    }
}
