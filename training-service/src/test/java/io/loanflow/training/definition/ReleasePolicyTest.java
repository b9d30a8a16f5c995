package io.loanflow.training.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.release.ApprovalPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasePolicyTest {

    @TempDir
    private Path directory;

    @Test
    void nobodyIsAskedWhereTheFileDoesNotSayIt() throws IOException {
        assertThat(TrainingDefinitionReader.read(directory.resolve("absent.yaml"))
                        .approval())
                .isNull();
        assertThat(read("release: {policy: automatic}")).isNull();
    }

    @Test
    void aPersonIsAskedWithinThreeDaysUnlessTheFileSaysOtherwise() throws IOException {
        assertThat(read("release: {policy: approved}")).isEqualTo(new ApprovalPolicy(false, 72));
        assertThat(read("release: {policy: approved, four-eyes: true, deadline-hours: 8}"))
                .isEqualTo(new ApprovalPolicy(true, 8));
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertThatThrownBy(() -> read("release: {policy: asked, deadline-hours: 0, eyes: 4}"))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContainingAll("release.policy", "automatic, approved", "release.deadline-hours", "eyes");
        assertThatThrownBy(() -> read("release: {four-eyes: true}")).hasMessageContaining("add policy: approved");
    }

    private ApprovalPolicy read(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("training.yaml"), yaml);
        return TrainingDefinitionReader.read(file).approval();
    }
}
