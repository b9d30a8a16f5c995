package io.loanflow.model.family;

import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/**
 * How a model is to be grown; none of it changes the model's trees.
 *
 * @param threads that work
 * @param source where the rows come from, for the model's provenance
 * @param treesGrown told the number of trees grown so far, at least once a second, by one thread at a time; what it throws ends the growth
 * @param modelBytes told after each tree, on the thread that grew it, the heap that the whole model will take by the trees so far;
 *     what it throws ends the growth
 */
public record Growth(int threads, String source, IntConsumer treesGrown, LongConsumer modelBytes) {

    /** Growth that counts on from trees that grew before. */
    Growth after(int trees) {
        return new Growth(threads, source, done -> treesGrown.accept(trees + done), modelBytes);
    }
}
