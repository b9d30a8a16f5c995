package io.loanflow.model.family;

import io.loanflow.trees.grow.Portion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Which values a parameter may have. */
public sealed interface ParameterKind {

    /** The value in the one way in which it is written; empty where it is not allowed. */
    Optional<String> canonical(String text);

    /** As the end of "must be". */
    String allowed();

    /** From one whole number to another. */
    record WholeNumbers(long from, long to) implements ParameterKind {

        @Override
        public Optional<String> canonical(String text) {
            try {
                long number = new BigDecimal(text).longValueExact();
                return number >= from && number <= to ? Optional.of(Long.toString(number)) : Optional.empty();
            } catch (ArithmeticException | NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String allowed() {
            return "a whole number from " + from + " to " + to;
        }
    }

    /** From one number to another. */
    record Numbers(double from, double to) implements ParameterKind {

        @Override
        public Optional<String> canonical(String text) {
            try {
                double number = new BigDecimal(text).doubleValue();
                return number >= from && number <= to ? Optional.of(plain(number)) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String allowed() {
            return "a number from " + plain(from) + " to " + plain(to);
        }

        /** Neither an exponent nor zeros at the end. */
        static String plain(double number) {
            return number == 0
                    ? "0"
                    : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
    }

    /** One of some words. */
    record Words(List<String> words) implements ParameterKind {

        public Words {
            words = List.copyOf(words);
        }

        @Override
        public Optional<String> canonical(String text) {
            return words.contains(text) ? Optional.of(text) : Optional.empty();
        }

        @Override
        public String allowed() {
            return "one of " + String.join(", ", words);
        }
    }

    /**
     * How many of some features or rows.
     *
     * @param roots whether that may be the square root or the logarithm of their number
     */
    record Portions(boolean roots) implements ParameterKind {

        @Override
        public Optional<String> canonical(String text) {
            try {
                Portion portion = Portion.parse(text);
                boolean root = portion.kind() == Portion.Kind.SQRT || portion.kind() == Portion.Kind.LOG2;
                return root && !roots ? Optional.empty() : Optional.of(portion.toString());
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public String allowed() {
            return (roots ? "all, sqrt, log2" : "all")
                    + ", a share with a decimal point such as 0.5, or a count such as 7";
        }
    }
}
