package io.loanflow.trees.vary;

import io.loanflow.trees.explain.TreeSum;
import io.loanflow.trees.tree.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scores of a row whose values of one or two features vary. A feature's thresholds part its values into cells within which no tree sees
 * a difference, so that one score a cell says everything: cell {@code i} has the values above threshold {@code i - 1} and up to threshold
 * {@code i}. A tree is walked once for all cells, whose leaves are intervals or rectangles of them. Immutable and thread-safe.
 *
 * <p>Scores are those of {@link TreeSum#value} but for rounding (1e-9 and less).
 */
public final class VariedScores {

    private final TreeSum model;

    /** By feature of the trees, its place in a row. */
    private final int[] places;

    /** By place in a row. */
    private final double[][] thresholds;

    /**
     * @param featureNames what the places of a row are called
     * @throws IllegalArgumentException if the model reads features other than as numbers, or one that is not named
     */
    public VariedScores(TreeSum model, List<String> featureNames) {
        if (!model.readings().isPlain()) {
            throw new IllegalArgumentException(
                    "The model reads missing values or categories: only features that are numbers can be varied");
        }
        this.model = model;
        places = model.featureNames().stream().mapToInt(featureNames::indexOf).toArray();
        thresholds = IntStream.range(0, featureNames.size())
                .mapToObj(this::thresholdsOf)
                .toArray(double[][]::new);
    }

    private double[] thresholdsOf(int place) {
        return model.terms().stream()
                .map(TreeSum.Term::tree)
                .flatMapToDouble(tree -> IntStream.range(0, tree.nodes())
                        .filter(node -> !tree.isLeaf(node) && place(tree, node) == place)
                        .mapToDouble(tree::threshold))
                .sorted()
                .distinct()
                .toArray();
    }

    private int place(Tree tree, int split) {
        int place = places[tree.feature(split)];
        if (place < 0) {
            throw new IllegalArgumentException(
                    "The model splits on " + model.featureNames().get(tree.feature(split)) + ", which is not named");
        }
        return place;
    }

    /** A feature's thresholds, ascending; one less than it has cells. */
    public double[] thresholds(int place) {
        return thresholds[place].clone();
    }

    public int cells(int place) {
        return thresholds[place].length + 1;
    }

    /** The cell of a value; a threshold is the greatest value of its cell. */
    public int cell(int place, double value) {
        int found = Arrays.binarySearch(thresholds[place], value);
        return found < 0 ? -found - 1 : found;
    }

    /** The score of each cell of a feature. */
    public double[] line(double[] row, int place) {
        double[] scores = new double[cells(place)];
        double[][] steps = new double[2][scores.length + 1];
        walk(row, new Varied(place, new Span(0, scores.length), -1), steps);
        double sum = model.bias();
        for (int cell = 0; cell < scores.length; cell++) {
            sum += steps[0][cell];
            scores[cell] = sum;
        }
        return scores;
    }

    /** The score of a row. */
    public double value(double[] row) {
        double sum = model.bias();
        for (TreeSum.Term term : model.terms()) {
            Tree tree = term.tree();
            int node = 0;
            while (!tree.isLeaf(node)) {
                node = tree.left(node) + (row[place(tree, node)] > tree.threshold(node) ? 1 : 0);
            }
            sum += term.value(node);
        }
        return sum;
    }

    /**
     * The score of each pair of cells of two features.
     *
     * @param from the first cell of the first feature
     * @param to the cell after its last one
     * @return by cell of the first feature, less {@code from}, and of the second
     */
    public double[][] plane(double[] row, int first, int from, int to, int second) {
        int width = cells(second);
        double[][] steps = new double[width + 1][to - from + 1];
        walk(row, new Varied(first, new Span(from, to), second), steps);
        double[][] scores = new double[to - from][width];
        double[] column = new double[width];
        for (int i = 0; i < scores.length; i++) {
            double sum = model.bias();
            for (int j = 0; j < width; j++) {
                column[j] += steps[j][i];
                sum += column[j];
                scores[i][j] = sum;
            }
        }
        return scores;
    }

    private void walk(double[] row, Varied varied, double[][] steps) {
        Span seconds = new Span(0, varied.second() < 0 ? 1 : cells(varied.second()));
        for (TreeSum.Term term : model.terms()) {
            new Walk(term, row, varied, steps).down(0, varied.cells(), seconds);
        }
    }

    /**
     * What varies.
     *
     * @param cells of the first feature
     * @param second -1 where there is none
     */
    private record Varied(int first, Span cells, int second) {}

    /** Cells {@code from} to below {@code to}. */
    private record Span(int from, int to) {

        boolean isEmpty() {
            return from >= to;
        }

        Span upTo(int cell) {
            return new Span(from, Math.min(to, cell + 1));
        }

        Span after(int cell) {
            return new Span(Math.max(from, cell + 1), to);
        }
    }

    /** Adds a tree's leaves to what changes from one cell to the next. */
    private final class Walk {

        private final TreeSum.Term term;
        private final double[] row;
        private final Varied varied;
        private final double[][] steps;

        Walk(TreeSum.Term term, double[] row, Varied varied, double[][] steps) {
            this.term = term;
            this.row = row;
            this.varied = varied;
            this.steps = steps;
        }

        void down(int node, Span firsts, Span seconds) {
            Tree tree = term.tree();
            if (firsts.isEmpty() || seconds.isEmpty()) {
                return;
            }
            if (tree.isLeaf(node)) {
                add(term.value(node), firsts, seconds);
                return;
            }
            int place = place(tree, node);
            double threshold = tree.threshold(node);
            int left = tree.left(node);
            if (place == varied.first()) {
                int cell = cell(place, threshold);
                down(left, firsts.upTo(cell), seconds);
                down(left + 1, firsts.after(cell), seconds);
            } else if (place == varied.second()) {
                int cell = cell(place, threshold);
                down(left, firsts, seconds.upTo(cell));
                down(left + 1, firsts, seconds.after(cell));
            } else {
                down(row[place] > threshold ? left + 1 : left, firsts, seconds);
            }
        }

        private void add(double value, Span firsts, Span seconds) {
            int from = firsts.from() - varied.cells().from();
            int to = firsts.to() - varied.cells().from();
            steps[seconds.from()][from] += value;
            steps[seconds.from()][to] -= value;
            steps[seconds.to()][from] -= value;
            steps[seconds.to()][to] += value;
        }
    }
}
