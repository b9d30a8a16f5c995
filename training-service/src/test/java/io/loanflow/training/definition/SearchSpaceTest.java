package io.loanflow.training.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.forest.grow.Criterion;
import io.loanflow.forest.grow.Portion;
import io.loanflow.training.forest.ForestParameters;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

    private static final ForestParameters OWN = ForestParameters.GENERAL;
    private static final SearchSpace SPACE = new SearchSpace(
            new Dimension.Choice<>(List.of(Criterion.values())),
            new Dimension.WholeNumbers(new NumberRange(5, 30, false)),
            new Dimension.WholeNumbers(new NumberRange(1, 64, true)),
            new Dimension.Shares(new NumberRange(0.2, 0.6, false)),
            new Dimension.Choice<>(List.of(Portion.ALL)));

    @Test
    void theDataSetsOwnParametersAreTheFirstCandidate() {
        assertThat(SPACE.candidates(OWN, 20, 1))
                .hasSize(20)
                .doesNotHaveDuplicates()
                .startsWith(OWN);
    }

    @Test
    void theSameSeedDrawsTheSameAndMoreOfThem() {
        List<ForestParameters> ten = SPACE.candidates(OWN, 10, 1);

        assertThat(SPACE.candidates(OWN, 20, 1)).startsWith(ten.toArray(ForestParameters[]::new));
        assertThat(SPACE.candidates(OWN, 10, 2)).isNotEqualTo(ten);
    }

    @Test
    void candidatesStayWithinTheSpaceAndReachItsEnds() {
        List<ForestParameters> drawn = SPACE.candidates(OWN, 2000, 5);

        assertThat(drawn.subList(1, drawn.size())).allSatisfy(candidate -> {
            assertThat(candidate.maxDepth()).isBetween(5, 30);
            assertThat(candidate.minSamplesLeaf()).isBetween(1, 64);
            assertThat(candidate.maxFeatures().value()).isBetween(0.2, 0.6);
            assertThat(candidate.maxSamples()).isEqualTo(Portion.ALL);
        });
        assertThat(drawn).extracting(ForestParameters::minSamplesLeaf).contains(1, 64);
        assertThat(drawn.stream()
                        .filter(candidate -> candidate.minSamplesLeaf() <= 8)
                        .count())
                .as("half of the draws on a logarithmic scale")
                .isBetween(850L, 1150L);
    }

    @Test
    void aSmallSpaceHasFewerCandidatesThanAskedFor() {
        assertThat(SearchSpace.only(OWN).candidates(OWN, 10, 1)).containsExactly(OWN);
    }
}
