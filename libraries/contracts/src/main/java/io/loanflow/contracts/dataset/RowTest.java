package io.loanflow.contracts.dataset;

import java.util.List;
import java.util.Set;

/**
 * What is said of a row, true, false or unknown as in SQL: a comparison with a missing value is unknown, so is {@link All} of true and
 * unknown ones, and {@link Any} of false and unknown ones. There is no negation: the parts of what is negated are.
 */
public sealed interface RowTest {

    /** All are true. */
    record All(List<RowTest> tests) implements RowTest {
        public All {
            tests = List.copyOf(tests);
        }
    }

    /** At least one is true. */
    record Any(List<RowTest> tests) implements RowTest {
        public Any {
            tests = List.copyOf(tests);
        }
    }

    /** The value is missing; never unknown. */
    record Missing(String column, boolean negated) implements RowTest {}

    /** The text is one of some; in a column of categories, the category as the definition calls it. */
    record AmongTexts(String column, Set<String> texts, boolean negated) implements RowTest {
        public AmongTexts {
            texts = Set.copyOf(texts);
        }
    }

    /** The number, or the day counted from the first of 1970, is one of some. */
    record AmongNumbers(String column, Set<Double> numbers, boolean negated) implements RowTest {
        public AmongNumbers {
            numbers = Set.copyOf(numbers);
        }
    }

    /** The number, the day counted from the first of 1970, or the place of the category in its column's list, from 0. */
    record Compared(String column, Comparison comparison, double with) implements RowTest {}

    /** The same with the value of another column. */
    record ComparedColumns(String column, Comparison comparison, String with) implements RowTest {}
}
