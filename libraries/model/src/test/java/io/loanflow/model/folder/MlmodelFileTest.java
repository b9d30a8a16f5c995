package io.loanflow.model.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.model.fixture.LoanModel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class MlmodelFileTest {

    @Test
    void signatureNamesFeaturesOnlyAndMarksWhatMayBeMissing() {
        Map<String, byte[]> files = LoanModel.folder(1).files(new FolderPlace("model", "0f", Instant.EPOCH, "m-1"));
        String text = new String(files.get(ModelFolder.MLMODEL), StandardCharsets.UTF_8);

        assertThat(text)
                .contains("utc_time_created: '1970-01-01 00:00:00.000000'", "\\\"name\\\":\\\"person_age\\\"")
                .contains("positive_label: \"1\"", "model_id: m-1\n")
                .doesNotContain("loan_status", "person_gender");
    }

    @Test
    void inputExampleIsInTheSplitLayout() {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("age", 44).put("home", "OWN");

        assertThat(FolderJson.MAPPER.writeValueAsString(MlmodelFile.inputExample(row)))
                .contains("\"columns\":[\"age\",\"home\"]", "\"data\":[[44,\"OWN\"]]");
    }
}
