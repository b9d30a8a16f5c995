package io.loanflow.preprocessing.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.Part;
import io.loanflow.preprocessing.Definitions;
import io.loanflow.preprocessing.load.CategoryCodes;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class SplitTest {

    private static final DatasetDefinition APPLICANTS = Definitions.applicants();

    @Property
    void aRowFallsOnTheSameSideWhateverCameBefore(
            @ForAll("rows") double[] row, @ForAll("rows") double[] before, @ForAll long seed) {
        Split used = split(0.2, seed);
        used.hashOf(before);

        assertThat(side(used, row.clone())).isEqualTo(side(split(0.2, seed), row));
    }

    @Property
    void aLargerTestShareOnlyMovesRowsToTheTestPart(
            @ForAll("rows") double[] row,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 0.98) double share) {
        if (side(split(share, seed), row) == Part.TEST) {
            assertThat(side(split(share + 0.01, seed), row)).isEqualTo(Part.TEST);
        }
    }

    @Property(tries = 20)
    void theTestPartHasItsShare(@ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 0.95) double share) {
        int rows = 20_000;
        double deviation = Math.sqrt(share * (1 - share) / rows);

        assertThat(testRows(split(share, seed), rows) / (double) rows)
                .isBetween(share - 6 * deviation, share + 6 * deviation);
    }

    @Property(tries = 20)
    void anotherSeedIsAnotherSplit(@ForAll long seed, @ForAll long other) {
        if (seed == other) {
            return;
        }
        Split one = split(0.5, seed);
        Split two = split(0.5, other);
        int same = 0;
        for (int i = 0; i < 10_000; i++) {
            same += side(one, row(i)) == side(two, row(i)) ? 1 : 0;
        }

        assertThat(same).isBetween(4_700, 5_300);
    }

    private static int testRows(Split split, int rows) {
        int test = 0;
        for (int i = 0; i < rows; i++) {
            test += side(split, row(i)) == Part.TEST ? 1 : 0;
        }
        return test;
    }

    /** Rows that differ by little, as real ones do. */
    private static double[] row(int number) {
        Random random = new Random(number);
        return new double[] {number, 7, random.nextInt(3), random.nextInt(3), 40, 0, number % 2};
    }

    private static Split split(double testShare, long seed) {
        return new Split(
                APPLICANTS, new CategoryCodes(APPLICANTS.columns()), new PreprocessingSettings(testShare, seed));
    }

    @Provide
    Arbitrary<double[]> rows() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            return APPLICANTS.columns().stream()
                    .mapToDouble(column -> value(column, random))
                    .toArray();
        });
    }

    private static double value(Column column, Random random) {
        if (column.missingAllowed() && random.nextInt(4) == 0) {
            return Double.NaN;
        }
        return column.type().isNumeric()
                ? random.nextGaussian() * 1e6
                : random.nextInt(column.categories().size());
    }

    private static Part side(Split split, double[] row) {
        return split.partOf(row, split.hashOf(row));
    }
}
