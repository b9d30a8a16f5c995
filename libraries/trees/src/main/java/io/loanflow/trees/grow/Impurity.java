package io.loanflow.trees.grow;

/**
 * How mixed the labels of a node are. Works on integer counts ({@link Samples#count}), so that its results do not depend
 * on the order in which rows were counted; class weights are applied here.
 */
abstract class Impurity {

    private final double[] labelWeights;

    private Impurity(double[] labelWeights) {
        this.labelWeights = labelWeights;
    }

    static Impurity of(Criterion criterion, double[] labelWeights) {
        return switch (criterion) {
            case GINI -> new Gini(labelWeights);
            case ENTROPY -> new Entropy(labelWeights);
        };
    }

    /** What one row of a label counts. */
    final double labelWeight(int label) {
        return labelWeights[label];
    }

    /** What a label's rows count together. */
    final double weight(long[] counts, int label) {
        return labelWeights[label] * Samples.weight(counts[label]);
    }

    /** What all rows count together. */
    final double weight(long[] counts) {
        double sum = 0;
        for (int label = 0; label < counts.length; label++) {
            sum += weight(counts, label);
        }
        return sum;
    }

    /** The impurity of a node, 0 if it has one label. */
    abstract double of(long[] counts);

    /** How well a node is split; grows as the weighted impurity of both sides falls. Comparable within a node only. */
    final double score(long[] left, long[] right) {
        return purity(left) + purity(right);
    }

    /** The weight of a side times the part of its impurity that a split can change, with the sign turned. */
    abstract double purity(long[] counts);

    private static final class Gini extends Impurity {

        Gini(double[] labelWeights) {
            super(labelWeights);
        }

        @Override
        double of(long[] counts) {
            double total = weight(counts);
            return 1 - purity(counts) / total;
        }

        @Override
        double purity(long[] counts) {
            double total = 0;
            double squares = 0;
            for (int label = 0; label < counts.length; label++) {
                double weight = weight(counts, label);
                total += weight;
                squares += weight * weight;
            }
            return squares / total;
        }
    }

    private static final class Entropy extends Impurity {

        private static final double LN_2 = StrictMath.log(2);

        /** x ln x for the whole numbers that come up most. */
        private static final double[] TABLE = table(1 << 14);

        Entropy(double[] labelWeights) {
            super(labelWeights);
        }

        @Override
        double of(long[] counts) {
            return -purity(counts) / weight(counts) / LN_2;
        }

        @Override
        double purity(long[] counts) {
            double total = 0;
            double sum = 0;
            for (int label = 0; label < counts.length; label++) {
                double weight = weight(counts, label);
                total += weight;
                sum += xLogX(weight);
            }
            return sum - xLogX(total);
        }

        private static double xLogX(double x) {
            int whole = (int) x;
            return whole == x && whole < TABLE.length ? TABLE[whole] : x * StrictMath.log(x);
        }

        private static double[] table(int size) {
            double[] table = new double[size];
            for (int x = 1; x < size; x++) {
                table[x] = x * StrictMath.log(x);
            }
            return table;
        }
    }
}
