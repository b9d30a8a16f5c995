package io.loanflow.training.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateDefinitionTest {

    @TempDir
    private Path directory;

    @Test
    void whatIsLeftOutHasItsDefault() throws IOException {
        assertThat(TrainingDefinitionReader.read(directory.resolve("absent.yaml"))
                        .gate())
                .isEqualTo(new GateDefinition(0.9, 0, 0.005, 0.95, 30));
        assertThat(read("gate: {floor: 0.65}").gate()).isEqualTo(new GateDefinition(0.65, 0, 0.005, 0.95, 30));
    }

    @Test
    void everyKeyIsRead() throws IOException {
        assertThat(read("gate: {floor: 0.7, tolerance: 0.01, margin: 0.02, confidence: 0.9, least-of-each-label: 50}")
                        .gate())
                .isEqualTo(new GateDefinition(0.7, 0.01, 0.02, 0.9, 50));
    }

    @Test
    void aWrongKeyOrValueIsSaidWithItsPlace() {
        assertThatThrownBy(() -> read("gate: {flor: 0.7, margin: 2, least-of-each-label: 1}"))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContainingAll("flor", "gate.margin", "gate.least-of-each-label");
    }

    private TrainingDefinition read(String yaml) throws IOException {
        return TrainingDefinitionReader.read(Files.writeString(directory.resolve("training.yaml"), yaml));
    }
}
