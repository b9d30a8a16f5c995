package io.loanflow.training.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.model.family.Dimension;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.NumberRange;
import io.loanflow.model.family.Parameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

    private static final Parameters OWN = ModelFamilies.STANDARD.defaults();
    private static final SearchSpace SPACE = new SearchSpace(Map.of(
            "maxDepth",
            new Dimension.WholeNumbers(new NumberRange(5, 30, false)),
            "minSamplesLeaf",
            new Dimension.WholeNumbers(new NumberRange(1, 64, true)),
            "maxFeatures",
            new Dimension.Shares(new NumberRange(0.2, 0.6, false))));

    @Test
    void theDataSetsOwnParametersAreTheFirstCandidate() {
        assertThat(SPACE.candidates(OWN, 20, 1))
                .hasSize(20)
                .doesNotHaveDuplicates()
                .startsWith(OWN);
    }

    @Test
    void theSameSeedDrawsTheSameAndMoreOfThem() {
        List<Parameters> ten = SPACE.candidates(OWN, 10, 1);

        assertThat(SPACE.candidates(OWN, 20, 1)).startsWith(ten.toArray(Parameters[]::new));
        assertThat(SPACE.candidates(OWN, 10, 2)).isNotEqualTo(ten);
    }

    @Test
    void candidatesStayWithinTheSpaceAndReachItsEnds() {
        List<Parameters> drawn = SPACE.candidates(OWN, 2000, 5);

        assertThat(drawn.subList(1, drawn.size())).allSatisfy(candidate -> {
            assertThat(candidate.whole("maxDepth")).isBetween(5L, 30L);
            assertThat(candidate.whole("minSamplesLeaf")).isBetween(1L, 64L);
            assertThat(Double.parseDouble(candidate.text("maxFeatures"))).isBetween(0.2, 0.6);
            assertThat(candidate.text("maxSamples")).isEqualTo("all");
        });
        assertThat(drawn)
                .extracting(candidate -> candidate.whole("minSamplesLeaf"))
                .contains(1L, 64L);
        assertThat(drawn.stream()
                        .filter(candidate -> candidate.whole("minSamplesLeaf") <= 8)
                        .count())
                .as("half of the draws on a logarithmic scale")
                .isBetween(850L, 1150L);
    }

    @Test
    void aSmallSpaceHasFewerCandidatesThanAskedFor() {
        assertThat(new SearchSpace(Map.of()).candidates(OWN, 10, 1)).containsExactly(OWN);
    }
}
