package io.loanflow.training.definition;

import io.loanflow.forest.grow.Portion;
import java.util.List;
import java.util.Random;

/** The values that one parameter may take. */
public sealed interface Dimension<T> {

    T draw(Random random);

    /** Each of some values as often as any other. */
    record Choice<T>(List<T> values) implements Dimension<T> {

        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public T draw(Random random) {
            return values.get(random.nextInt(values.size()));
        }
    }

    /** Whole numbers, both ends among them. */
    record WholeNumbers(NumberRange range) implements Dimension<Integer> {

        @Override
        public Integer draw(Random random) {
            return (int) Math.round(range.draw(random));
        }
    }

    /** Shares above 0 and up to 1, in thousandths. */
    record Shares(NumberRange range) implements Dimension<Portion> {

        private static final double STEP = 1000;

        @Override
        public Portion draw(Random random) {
            return Portion.share(Math.max(1, Math.round(range.draw(random) * STEP)) / STEP);
        }
    }
}
