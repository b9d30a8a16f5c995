package io.loanflow.model.family;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;

/** The values of one parameter that a search draws from. */
public sealed interface Dimension {

    String draw(Random random);

    /** Each of some values as often as any other. */
    record Choice(List<String> values) implements Dimension {

        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public String draw(Random random) {
            return values.get(random.nextInt(values.size()));
        }
    }

    /** Whole numbers, both ends among them. */
    record WholeNumbers(NumberRange range) implements Dimension {

        @Override
        public String draw(Random random) {
            return Long.toString(Math.round(range.draw(random)));
        }
    }

    /** Shares above 0 and up to 1, in thousandths. */
    record Shares(NumberRange range) implements Dimension {

        private static final double STEP = 1000;

        @Override
        public String draw(Random random) {
            return Double.toString(Math.max(1, Math.round(range.draw(random) * STEP)) / STEP);
        }
    }

    /** Numbers, to three digits. */
    record Numbers(NumberRange range) implements Dimension {

        private static final MathContext DIGITS = new MathContext(3);

        @Override
        public String draw(Random random) {
            BigDecimal drawn = BigDecimal.valueOf(range.draw(random)).round(DIGITS);
            return ParameterKind.Numbers.plain(Math.min(range.to(), Math.max(range.from(), drawn.doubleValue())));
        }
    }
}
