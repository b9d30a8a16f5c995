package io.loanflow.training.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.training.definition.GateDefinition.Bounds;
import io.loanflow.training.definition.GateDefinition.Evidence;
import io.loanflow.training.definition.GateDefinition.Leeway;
import io.loanflow.training.definition.GateDefinition.Limits;
import io.loanflow.training.definition.GateDefinition.Safeguards;
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
        GateDefinition defaults = new GateDefinition(
                new Bounds(0.9, 0.98),
                new Leeway(0, 0.005),
                new Leeway(0, 0.01),
                new Evidence(0.95, 30, SureGain.SAME_ROWS),
                new Safeguards(0.02, 0.001, 0.8, 0.1),
                new Limits(500, 10));

        assertThat(TrainingDefinitionReader.read(directory.resolve("absent.yaml"))
                        .gate())
                .isEqualTo(defaults);
        assertThat(read("gate: {floor: 0.65}").gate())
                .isEqualTo(new GateDefinition(
                        new Bounds(0.65, 0.98),
                        defaults.auc(),
                        defaults.logLoss(),
                        defaults.evidence(),
                        defaults.safeguards(),
                        defaults.limits()));
    }

    @Test
    void everyKeyIsRead() throws IOException {
        assertThat(read("""
                        gate:
                          floor: 0.7
                          leak-ceiling: 0.99
                          tolerance: 0.01
                          margin: 0.02
                          log-loss-tolerance: 0.03
                          log-loss-margin: 0.04
                          confidence: 0.9
                          least-of-each-label: 50
                          sure-gain: always
                          group-margin: 0.05
                          calibration-margin: 0.06
                          selection-rate-ratio: 0.75
                          equal-opportunity-difference: 0.2
                          most-megabytes: 12.5
                          most-milliseconds: 0.5
                        """).gate())
                .isEqualTo(new GateDefinition(
                        new Bounds(0.7, 0.99),
                        new Leeway(0.01, 0.02),
                        new Leeway(0.03, 0.04),
                        new Evidence(0.9, 50, SureGain.ALWAYS),
                        new Safeguards(0.05, 0.06, 0.75, 0.2),
                        new Limits(12.5, 0.5)));
    }

    @Test
    void aWrongKeyOrValueIsSaidWithItsPlace() {
        assertThatThrownBy(() -> read("""
                        gate:
                          flor: 0.7
                          margin: 2
                          least-of-each-label: 1
                          sure-gain: sometimes
                          most-milliseconds: 0
                        """))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContainingAll(
                        "flor",
                        "gate.margin",
                        "gate.least-of-each-label",
                        "training.yaml:5",
                        "gate.sure-gain",
                        "allowed: always, same-rows, never",
                        "gate.most-milliseconds");
    }

    private TrainingDefinition read(String yaml) throws IOException {
        return TrainingDefinitionReader.read(Files.writeString(directory.resolve("training.yaml"), yaml));
    }
}
