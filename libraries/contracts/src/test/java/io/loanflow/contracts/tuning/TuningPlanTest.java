package io.loanflow.contracts.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.training.TrainingSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TuningPlanTest {

    /** Candidates 0 to 3 are boosted, 4 to 7 forests. */
    private static final List<TrainingSettings> CANDIDATES = Stream.of("boosting", "forest")
            .flatMap(family -> IntStream.range(0, 4).mapToObj(number -> new TrainingSettings(family, Map.of())))
            .toList();

    @Test
    void theBestOfEachFamilyGoOnHoweverFarBehindTheOtherTheyAre() {
        List<Integer> forestsFirst = List.of(6, 4, 7, 5, 2, 0, 1, 3);

        assertThat(plan(2).goOn(forestsFirst)).containsExactly(6, 4, 2, 0);
        assertThat(plan(3).goOn(forestsFirst)).containsExactly(6, 4, 2, 0);
        assertThat(plan(4).goOn(forestsFirst)).containsExactly(6, 2);
        assertThat(plan(4).goOn(List.of(6, 2))).containsExactly(6, 2);
    }

    @Test
    void withoutAFactorTheBetterHalfOfAllDoes() {
        assertThat(plan(null).goOn(List.of(6, 4, 7, 5, 2, 0, 1))).containsExactly(6, 4, 7, 5);
    }

    private static TuningPlan plan(@Nullable Integer factor) {
        return new TuningPlan(
                "key",
                "run",
                "page",
                new Validation(5, 42, null),
                List.of(10, 100),
                null,
                factor,
                CANDIDATES,
                100,
                null);
    }
}
