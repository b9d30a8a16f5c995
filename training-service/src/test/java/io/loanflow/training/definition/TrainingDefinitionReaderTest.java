package io.loanflow.training.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.forest.grow.Criterion;
import io.loanflow.forest.grow.Portion;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.forest.ForestParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingDefinitionReaderTest {

    @TempDir
    Path directory;

    @Test
    void theLoanDataSetHasADefinition() {
        TrainingDefinition loan = TrainingDefinitionReader.read(LoanTable.DIRECTORY.resolve("loan/training.yaml"));

        assertThat(loan.parameters().trees()).isPositive();
        assertThat(loan.tuning().space().candidates(loan.parameters(), 16, 1)).hasSize(16);
    }

    @Test
    void aDataSetWithoutTheFileHasGeneralParametersAndASpaceToSearch() {
        TrainingDefinition none = TrainingDefinitionReader.read(directory.resolve("training.yaml"));

        assertThat(none.parameters()).isEqualTo(ForestParameters.GENERAL);
        assertThat(none.tuning().space().candidates(none.parameters(), 16, 1)).hasSize(16);
    }

    @Test
    void whatIsLeftOutIsGeneral() throws IOException {
        TrainingDefinition some = read("parameters:\n  n_estimators: 30\n  max_features: 7\n");

        ForestParameters general = ForestParameters.GENERAL;
        assertThat(some.parameters())
                .isEqualTo(new ForestParameters(
                        30,
                        general.seed(),
                        general.criterion(),
                        general.maxDepth(),
                        general.minSamplesLeaf(),
                        Portion.count(7),
                        general.maxSamples()));
    }

    @Test
    void everythingIsRead() throws IOException {
        TrainingDefinition all = read("""
                parameters: {n_estimators: 60, seed: 7, criterion: entropy, max_depth: 9, min_samples_leaf: 4,
                             max_features: log2, max_samples: 0.7}
                tuning:
                  seed: 3
                  candidates: 9
                  folds: 4
                  rungs: [10, 40]
                  space:
                    criterion: [gini]
                    max_depth: [5, 6]
                    min_samples_leaf: {from: 2, to: 64, scale: log}
                    max_features: {from: 0.2, to: 0.4}
                    max_samples: [all, 1000]
                """);

        assertThat(all.parameters())
                .isEqualTo(new ForestParameters(60, 7, Criterion.ENTROPY, 9, 4, Portion.LOG2, Portion.share(0.7)));
        assertThat(all.tuning())
                .isEqualTo(new TuningDefinition(
                        3,
                        9,
                        4,
                        List.of(10, 40),
                        new SearchSpace(
                                new Dimension.Choice<>(List.of(Criterion.GINI)),
                                new Dimension.Choice<>(List.of(5, 6)),
                                new Dimension.WholeNumbers(new NumberRange(2, 64, true)),
                                new Dimension.Shares(new NumberRange(0.2, 0.4, false)),
                                new Dimension.Choice<>(List.of(Portion.ALL, Portion.count(1000))))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    parameter: {} | :1: parameter: unknown key; allowed: parameters, tuning
                    parameters: {trees: 5} | :1: parameters.trees: unknown key; allowed: n_estimators, seed, criterion
                    parameters: {n_estimators: 0} | :1: parameters.n_estimators: is "0"; must be a number from 1 to 1000
                    parameters: {n_estimators: 2.5} | :1: parameters.n_estimators: is "2.5"; must be a whole number
                    parameters: {criterion: logloss} | :1: parameters.criterion: is "logloss"; allowed: gini, entropy
                    parameters: {max_features: half} | :1: parameters.max_features: is "half"; must be all, sqrt, log2, a share
                    parameters: {max_features: 1.5} | :1: parameters.max_features: is "1.5"; must be all, sqrt
                    parameters: {max_samples: sqrt} | :1: parameters.max_samples: is "sqrt"; must be all, a share
                    parameters: {seed: -1} | :1: parameters.seed: is "-1"; must be a number from 0
                    parameters: [] | :1: parameters: must be keys with values
                    tuning: {folds: 1} | :1: tuning.folds: is "1"; must be a number from 2 to 20
                    tuning: {candidates: 501} | :1: tuning.candidates: is "501"; must be a number from 1 to 500
                    tuning: {rungs: [50, 25]} | :1: tuning.rungs: must rise, such as [25, 50, 100]
                    tuning: {rungs: 50} | :1: tuning.rungs: must be a list of at least one item
                    tuning: {space: {max_bins: [3]}} | :1: tuning.space.max_bins: unknown key; allowed: criterion, max_depth
                    tuning: {space: {max_depth: {from: 9}}} | :1: tuning.space.max_depth: "to" is missing
                    tuning: {space: {max_depth: {from: 9, to: 9}}} | :1: tuning.space.max_depth.from: is not below "to"
                    tuning: {space: {max_depth: {from: 1, to: 9, scale: cubic}}} | max_depth.scale: is "cubic"; allowed: linear, log
                    tuning: {space: {max_features: {from: 0, to: 0.5}}} | max_features.from: is "0"; must be a number from 0.001 to 1
                    tuning: {space: {criterion: gini}} | tuning.space.criterion: must be a list of at least one item
                    """)
    void whatIsWrongIsToldWithItsPlaceAndWhatIsAllowed(String yaml, String problem) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining(directory.resolve("training.yaml").toString())
                .hasMessageContaining(problem);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThatThrownBy(() -> read("parameters: {max_depth: 0}\ntuning: {folds: 1}\n"))
                .hasMessageContaining(":1: parameters.max_depth")
                .hasMessageContaining(":2: tuning.folds");
    }

    private TrainingDefinition read(String yaml) throws IOException {
        return TrainingDefinitionReader.read(Files.writeString(directory.resolve("training.yaml"), yaml));
    }
}
