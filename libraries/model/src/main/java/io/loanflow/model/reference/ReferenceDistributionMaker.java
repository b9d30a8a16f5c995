package io.loanflow.model.reference;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.model.row.FeatureDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts the training part and the held-out part. The same rows give the same counts. */
public final class ReferenceDistributionMaker {

    /** Each a twentieth of the probabilities. */
    private static final int PROBABILITY_BINS = 20;

    private static final String SCORE = "score";

    /** Of a column; what chance does to many more takes minutes to find out, and few rows are in each. */
    static final int MOST_CATEGORIES = 1000;

    private final DatasetDefinition definition;
    private final ReferenceRows rows;

    private ReferenceDistributionMaker(DatasetDefinition definition, ReferenceRows rows) {
        this.definition = definition;
        this.rows = rows;
    }

    /**
     * @param rows at least one of each part
     * @param isPositive whether a score is decided positive
     */
    public static ReferenceDistribution of(
            DatasetDefinition definition, ReferenceRows rows, DoublePredicate isPositive) {
        double[] scores = rows.heldOut().scores();
        ReferenceDistributionMaker maker = new ReferenceDistributionMaker(definition, rows);
        NumberCounts score = NumberBins.of(SCORE, scores, OptionalDouble.empty());
        return new ReferenceDistribution(
                maker.columns(),
                score,
                Arrays.stream(scores).filter(isPositive).count(),
                maker.calibration(),
                maker.groups(score, isPositive));
    }

    private List<ColumnCounts> columns() {
        FeatureDecoder decoder = new FeatureDecoder(rows.rows());
        List<ColumnCounts> columns = new ArrayList<>();
        for (Column column : definition.features()) {
            columns.add(
                    column.type().isNumeric()
                            ? NumberBins.of(column.name(), decoder.numbers(column.name()), standIn(column))
                            : categories(column.name(), column.categories(), decoder.categories(column.name())));
        }
        return columns;
    }

    /** What the model takes a missing number for. */
    private OptionalDouble standIn(Column column) {
        if (!column.missingAllowed()) {
            return OptionalDouble.empty();
        }
        FeatureEncoder encoder = rows.rows().encoder();
        for (ColumnEncoding encoding : encoder.encodings()) {
            if (encoding.column().equals(column.name()) && encoding instanceof NumericEncoding numeric) {
                return OptionalDouble.of(numeric.missingValue());
            }
        }
        return OptionalDouble.empty();
    }

    static CategoryCounts categories(String column, List<String> categories, @Nullable String[] values) {
        Map<String, Long> found = new HashMap<>();
        for (String value : values) {
            if (value != null) {
                found.merge(value, 1L, Long::sum);
            }
        }
        Set<String> frequent = categories.stream()
                .filter(found::containsKey)
                .sorted(Comparator.comparing((String category) -> found.getOrDefault(category, 0L))
                        .reversed())
                .limit(MOST_CATEGORIES)
                .collect(Collectors.toSet());
        List<String> known = categories.stream().filter(frequent::contains).toList();
        List<Long> counts = new ArrayList<>();
        known.forEach(category -> counts.add(found.getOrDefault(category, 0L)));
        long all = values.length;
        counts.add(all - counts.stream().mapToLong(Long::longValue).sum());
        return new CategoryCounts(column, known, counts);
    }

    private List<ProbabilityBin> calibration() {
        double[] probabilities = rows.heldOut().probabilities();
        long[] counts = new long[PROBABILITY_BINS];
        double[] sums = new double[PROBABILITY_BINS];
        long[] positives = new long[PROBABILITY_BINS];
        for (int row = 0; row < probabilities.length; row++) {
            int bin = Math.min(PROBABILITY_BINS - 1, (int) (probabilities[row] * PROBABILITY_BINS));
            counts[bin]++;
            sums[bin] += probabilities[row];
            positives[bin] += rows.heldOut().labels()[row];
        }
        List<ProbabilityBin> bins = new ArrayList<>();
        for (int bin = 0; bin < PROBABILITY_BINS; bin++) {
            if (counts[bin] > 0) {
                bins.add(new ProbabilityBin(counts[bin], sums[bin], positives[bin]));
            }
        }
        return bins;
    }

    private List<GroupCounts> groups(NumberCounts score, DoublePredicate isPositive) {
        List<GroupCounts> groups = new ArrayList<>();
        for (Column column : definition.protectedColumns()) {
            String[] names = rows.heldOut().groups().get(column.name());
            if (names != null) {
                column.groups().forEach(group -> groups.add(group(column.name(), group, names, score, isPositive)));
            }
        }
        return groups;
    }

    private GroupCounts group(
            String column, String group, String[] names, NumberCounts score, DoublePredicate isPositive) {
        long[] scores = new long[score.counts().size()];
        long positives = 0;
        long selected = 0;
        long members = 0;
        for (int row = 0; row < names.length; row++) {
            double value = rows.heldOut().scores()[row];
            if (names[row].equals(group)) {
                members++;
                positives += rows.heldOut().labels()[row];
                selected += isPositive.test(value) ? 1 : 0;
                scores[score.bin(value)]++;
            }
        }
        return new GroupCounts(
                column,
                group,
                members,
                positives,
                selected,
                Arrays.stream(scores).boxed().toList());
    }
}
