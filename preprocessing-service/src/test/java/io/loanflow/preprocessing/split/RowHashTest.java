package io.loanflow.preprocessing.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.preprocessing.Definitions;
import io.loanflow.preprocessing.load.CategoryCodes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowHashTest {

    private static final double[] ROW = {1234.5, 7, 2, 0, 41, 1, 1};

    /** Computed by another implementation of MurmurHash3 from the bytes that the class describes. */
    @Test
    void theHashIsTheSameEverywhere() {
        assertThat(hash(42, ROW)).isEqualTo(0x14fa059c2065e495L);
        assertThat(hash(-1, Double.NaN, -7, 1, Double.NaN, Double.NaN, 0, 0)).isEqualTo(0x77c14759c9c6451eL);
    }

    @Test
    void everythingThatAModelSeesCounts() {
        Set<Long> hashes = new HashSet<>(List.of(hash(42, ROW)));
        for (int column : new int[] {0, 1, 2, 3, 6}) {
            hashes.add(hash(42, changed(column)));
        }

        assertThat(hashes).hasSize(6);
    }

    /** Else rows that are one to a model could be on both sides. */
    @Test
    void whatAModelDoesNotSeeDoesNotCount() {
        assertThat(hash(42, changed(4))).isEqualTo(hash(42, ROW));
        assertThat(hash(42, changed(5))).isEqualTo(hash(42, ROW));
    }

    @Test
    void aMissingValueIsNotZero() {
        assertThat(hash(42, Double.NaN, 7, 0, 0, 41, 1, 1)).isNotEqualTo(hash(42, 0, 7, 0, 0, 41, 1, 1));
    }

    /** As many characters as a category may have, of the four bytes that one has at most. */
    @Test
    void theLongestCategoryHasAHash() {
        String wide = "\uD83D\uDE00".repeat(254);
        DatasetDefinition definition = DatasetDefinitionReader.read(
                Definitions.text(Definitions.applicants())
                        .replace("OWN, \u00d6FFENTLICH]", "\"" + wide + "\", \"" + wide + "\uD83D\uDE00\"]"),
                "the test");
        RowHash hash = RowHash.ofColumn(new CategoryCodes(definition.columns()), 2, 42);

        assertThat(hash.ofValue(2)).isNotEqualTo(hash.ofValue(1));
    }

    private static double[] changed(int column) {
        double[] changed = ROW.clone();
        changed[column] = changed[column] == 0 ? 1 : 0;
        return changed;
    }

    private static long hash(long seed, double... values) {
        return RowHash.ofContent(
                        Definitions.applicants().columns(),
                        new CategoryCodes(Definitions.applicants().columns()),
                        seed)
                .of(values);
    }
}
