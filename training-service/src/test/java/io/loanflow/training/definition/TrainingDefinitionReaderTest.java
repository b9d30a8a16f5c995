package io.loanflow.training.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.model.family.BoostingFamily;
import io.loanflow.model.family.Dimension;
import io.loanflow.model.family.ForestFamily;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.NumberRange;
import io.loanflow.training.fixture.LoanTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        assertThat(loan.candidates()).hasSize(loan.tuning().candidates());
    }

    @Test
    void aDataSetWithoutTheFileHasGeneralParametersAndASpaceToSearch() {
        TrainingDefinition none = TrainingDefinitionReader.read(directory.resolve("training.yaml"));

        assertThat(none.parameters()).isEqualTo(ModelFamilies.STANDARD.defaults());
        assertThat(none.candidates()).hasSize(16);
    }

    @Test
    void whatIsLeftOutIsGeneral() throws IOException {
        TrainingDefinition some = read("parameters:\n  trees: 30\n  maxFeatures: 7\n");

        assertThat(some.parameters())
                .isEqualTo(ModelFamilies.STANDARD.defaults().with("trees", "30").with("maxFeatures", "7"));
    }

    @Test
    void limitsOfLeakageAreReadAndDoNotContradictEachOther() throws IOException {
        assertThat(read("family: forest\n").leakage()).isEqualTo(new LeakageLimits(0.90, 0.99));
        assertThat(read("leakage: {warn: 0.8, refuse: 1}\n").leakage()).isEqualTo(new LeakageLimits(0.8, 1));
        assertThat(read("leakage: {refuse: 0.85}\n").leakage()).isEqualTo(new LeakageLimits(0.85, 0.85));
        assertThatThrownBy(() -> read("leakage: {warn: 0.95, refuse: 0.9}\n"))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining("warn must not be above refuse");
    }

    @Test
    void everythingIsRead() throws IOException {
        TrainingDefinition all = read("""
                family: forest
                parameters: {trees: 60, seed: 7, criterion: entropy, maxDepth: 9, minSamplesLeaf: 4,
                             maxFeatures: log2, maxSamples: 0.7}
                tuning:
                  seed: 3
                  candidates: 9
                  folds: 4
                  earlyStoppingRound: 20
                  factor: 4
                  rungs: [10, 40]
                  space:
                    criterion: [gini]
                    maxDepth: [5, 6]
                    minSamplesLeaf: {from: 2, to: 64, scale: log}
                    maxFeatures: {from: 0.2, to: 0.4}
                    maxSamples: [all, 1000]
                """);

        assertThat(all.parameters().values())
                .containsExactly(
                        Map.entry("trees", "60"),
                        Map.entry("seed", "7"),
                        Map.entry("criterion", "entropy"),
                        Map.entry("maxDepth", "9"),
                        Map.entry("minSamplesLeaf", "4"),
                        Map.entry("maxFeatures", "log2"),
                        Map.entry("maxSamples", "0.7"));
        assertThat(all.tuning()).isEqualTo(new TuningDefinition(3, 9, 4, 20, 4));
        assertThat(all.families())
                .containsExactly(new FamilyDefinition(
                        all.parameters(),
                        List.of(10, 40),
                        new SearchSpace(Map.of(
                                "criterion",
                                new Dimension.Choice(List.of("gini")),
                                "maxDepth",
                                new Dimension.Choice(List.of("5", "6")),
                                "minSamplesLeaf",
                                new Dimension.WholeNumbers(new NumberRange(2, 64, true)),
                                "maxFeatures",
                                new Dimension.Shares(new NumberRange(0.2, 0.4, false)),
                                "maxSamples",
                                new Dimension.Choice(List.of("all", "1000"))))));
    }

    @Test
    void severalFamiliesShareTheCandidatesAndTheFirstIsTheDataSetsOwn() throws IOException {
        TrainingDefinition both = read("""
                family: best
                families:
                  boosting:
                    parameters: {trees: 300, learningRate: 0.08}
                    rungs: [100, 1000]
                    space: {learningRate: {from: 0.05, to: 0.2, scale: log}, numLeaves: [15, 31]}
                  forest:
                    rungs: [20, 50]
                tuning: {candidates: 9}
                """);

        assertThat(both.parameters())
                .isEqualTo(new BoostingFamily().defaults().with("trees", "300").with("learningRate", "0.08"));
        assertThat(both.rungs()).isEqualTo(Map.of("boosting", List.of(100, 1000), "forest", List.of(20, 50)));
        assertThat(both.candidates()).hasSize(9).startsWith(both.parameters());
        assertThat(both.candidates().subList(4, 9))
                .startsWith(new ForestFamily().defaults())
                .allMatch(candidate -> candidate.family().equals(new ForestFamily()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    parameter: {} | :1: parameter: unknown key; allowed: family, families, parameters, tuning
                    parameters: {n_estimators: 5} | :1: parameters.n_estimators: is no parameter of the family forest; did you mean trees? It has trees, seed
                    parameters: {max_depth: 5} | :1: parameters.max_depth: is no parameter of the family forest; did you mean maxDepth?
                    parameters: {learningRate: 0.1} | :1: parameters.learningRate: is no parameter of the family forest; It has trees
                    family: tree | :1: family: is "tree"; allowed: forest, boosting, and best
                    {family: boosting, parameters: {maxFeatures: all}} | :1: parameters.maxFeatures: is no parameter of the family boosting; It has trees
                    {family: boosting, parameters: {learningRate: 0}} | :1: parameters.learningRate: is "0"; must be a number from 0.0001 to 1
                    {family: boosting, tuning: {space: {learningRate: {from: 0.2, to: 0.1}}}} | space.learningRate.from: is not below "to"
                    families: {forest: {}} | :1: families: is for the family best; name the parameters of one family in "parameters"
                    {family: best, parameters: {}, families: {forest: {}}} | :1: parameters: is for one family; give each its own under "families"
                    {family: best, tuning: {rungs: [5]}, families: {forest: {}}} | :1: tuning.rungs: is for one family
                    family: best | "families" is missing
                    {family: best, families: {tree: {}}} | :1: families.tree: is "tree"; allowed: forest, boosting
                    {family: best, families: {forest: {trees: 5}}} | :1: families.forest.trees: unknown key; allowed: parameters, rungs, space
                    {family: best, families: {forest: {rungs: [5]}, boosting: {}}} | :1: families: has families of different numbers of rungs
                    tuning: {earlyStoppingRound: 0} | :1: tuning.earlyStoppingRound: is "0"; must be a number from 1 to 10000
                    tuning: {factor: 1} | :1: tuning.factor: is "1"; must be a number from 2 to 10
                    parameters: {trees: 0} | :1: parameters.trees: is "0"; must be a whole number from 1 to 1000
                    parameters: {trees: 2.5} | :1: parameters.trees: is "2.5"; must be a whole number from 1 to 1000
                    parameters: {criterion: logloss} | :1: parameters.criterion: is "logloss"; must be one of gini, entropy
                    parameters: {maxFeatures: half} | :1: parameters.maxFeatures: is "half"; must be all, sqrt, log2, a share
                    parameters: {maxFeatures: 1.5} | :1: parameters.maxFeatures: is "1.5"; must be all, sqrt
                    parameters: {maxSamples: sqrt} | :1: parameters.maxSamples: is "sqrt"; must be all, a share
                    parameters: {seed: -1} | :1: parameters.seed: is "-1"; must be a whole number from 0
                    parameters: [] | :1: parameters: must be keys with values
                    tuning: {folds: 1} | :1: tuning.folds: is "1"; must be a number from 2 to 20, written like 7
                    tuning: {candidates: 501} | :1: tuning.candidates: is "501"; must be a number from 1 to 500
                    tuning: {rungs: [50, 25]} | :1: tuning.rungs: must rise, such as [25, 50, 100]
                    tuning: {rungs: 50} | :1: tuning.rungs: must be a list of at least one item
                    tuning: {space: {max_bins: [3]}} | :1: tuning.space.max_bins: unknown key; allowed: criterion, maxDepth
                    tuning: {space: {maxDepth: {from: 9}}} | :1: tuning.space.maxDepth: "to" is missing
                    tuning: {space: {maxDepth: {from: 9, to: 9}}} | :1: tuning.space.maxDepth.from: is not below "to"
                    tuning: {space: {maxDepth: {from: 1, to: 9, scale: cubic}}} | maxDepth.scale: is "cubic"; allowed: linear, log
                    tuning: {space: {maxFeatures: {from: 0, to: 0.5}}} | maxFeatures.from: is "0"; must be a number from 0.001 to 1
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
        assertThatThrownBy(() -> read("parameters: {maxDepth: 0}\ntuning: {folds: 1}\n"))
                .hasMessageContaining(":1: parameters.maxDepth")
                .hasMessageContaining(":2: tuning.folds");
    }

    private TrainingDefinition read(String yaml) throws IOException {
        return TrainingDefinitionReader.read(Files.writeString(directory.resolve("training.yaml"), yaml));
    }
}
