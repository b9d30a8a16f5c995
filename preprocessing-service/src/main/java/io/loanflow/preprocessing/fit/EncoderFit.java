package io.loanflow.preprocessing.fit;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnEncodingRule;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.Fill;
import io.loanflow.contracts.dataset.OtherCategories;
import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FrequencyEncoding;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import io.loanflow.contracts.feature.OrdinalEncoding;
import io.loanflow.preprocessing.spool.RowSpool;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Fits the encoder of a data set on rows, which must be those of the training part. */
public final class EncoderFit {

    private final DatasetDefinition definition;
    private final RowSpool rows;

    private EncoderFit(DatasetDefinition definition, RowSpool rows) {
        this.definition = definition;
        this.rows = rows;
    }

    /** @throws UnfittableColumnException if a column that may miss values has none at all, or none to standardise by */
    public static FeatureEncoder fit(DatasetDefinition definition, RowSpool trainingRows) {
        EncoderFit fit = new EncoderFit(definition, trainingRows);
        return new FeatureEncoder(
                definition.features().stream().map(fit::encoding).toList());
    }

    private ColumnEncoding encoding(Column column) {
        return switch (column.encoding()) {
            case AS_IS, STANDARDISE -> number(column);
            case ONE_HOT -> oneHot(column);
            case ORDINAL ->
                new OrdinalEncoding(column.name(), column.categories(), missingValue(column), indicator(column));
            case FREQUENCY -> byFrequency(column);
        };
    }

    private NumericEncoding number(Column column) {
        double missingValue = missingValue(column);
        if (column.encoding() == ColumnEncodingRule.AS_IS) {
            return new NumericEncoding(column.name(), missingValue, 0, 1, indicator(column));
        }
        ColumnStatistics statistics = ColumnStatistics.of(rows, index(column), values(column));
        if (!Double.isFinite(statistics.deviation())) {
            throw new UnfittableColumnException(
                    column.name(), "has numbers too large to standardise; give it a range or encoding as-is");
        }
        return new NumericEncoding(
                column.name(), missingValue, statistics.mean(), statistics.deviation(), indicator(column));
    }

    /** Null where it is not asked for, so that encoders are written as they always were. */
    private static @Nullable Boolean indicator(Column column) {
        return column.fill().indicator() ? true : null;
    }

    private OneHotEncoding oneHot(Column column) {
        OtherCategories other = column.fill().other();
        if (other == null) {
            return new OneHotEncoding(column.name(), categoriesMet(column));
        }
        long[] counts = counts(column);
        long all = LongStream.of(counts).sum();
        BitSet own = new BitSet();
        byFrequency(column, counts)
                .filter(position -> !other.isRare(counts[position], all))
                .filter(position -> !isCalledOther(column, position))
                .limit(other.most())
                .forEach(own::set);
        List<String> categories =
                own.stream().mapToObj(column.categories()::get).toList();
        return new OneHotEncoding(
                column.name(),
                column.isOpen() ? categories.stream().sorted().toList() : categories,
                true,
                others(column, counts, own));
    }

    /** Its feature would have the name of that of all others, which it is one of. */
    private static boolean isCalledOther(Column column, int position) {
        return ("=" + column.categories().get(position)).equals(ColumnEncoding.OTHER);
    }

    /** The categories met that have no feature or place of their own, sorted. */
    private static List<String> others(Column column, long[] counts, BitSet own) {
        return IntStream.range(0, counts.length)
                .filter(position -> counts[position] > 0 && !own.get(position))
                .mapToObj(column.categories()::get)
                .sorted()
                .toList();
    }

    /** 0, which stands for nothing, where no value may be missing. */
    private double missingValue(Column column) {
        String fill = column.fill().value();
        if (fill != null) {
            return column.type().isNumeric()
                    ? Double.parseDouble(fill)
                    : column.categories().indexOf(fill);
        }
        if (!column.missingAllowed()) {
            return 0;
        }
        return column.fill().by() == Fill.By.MEAN ? mean(column) : Median.of(rows, index(column), values(column));
    }

    private double mean(Column column) {
        double mean = ColumnStatistics.of(rows, index(column), values(column)).mean();
        if (!Double.isFinite(mean)) {
            throw new UnfittableColumnException(
                    column.name(), "has numbers too large for a mean; give it a range or fill: median");
        }
        return mean;
    }

    private long values(Column column) {
        if (!column.missingAllowed()) {
            return rows.rows();
        }
        long[] values = new long[1];
        rows.forEachValue(index(column), value -> values[0]++);
        if (values[0] == 0) {
            throw new UnfittableColumnException(
                    column.name(), "has no value in the training part; give it the role ignored, or load more rows");
        }
        return values[0];
    }

    private List<String> categoriesMet(Column column) {
        BitSet met = new BitSet();
        rows.forEachValue(index(column), position -> met.set((int) position));
        List<String> categories = new ArrayList<>();
        met.stream().forEach(position -> categories.add(column.categories().get(position)));
        return categories;
    }

    private FrequencyEncoding byFrequency(Column column) {
        long[] counts = counts(column);
        List<Integer> places = byFrequency(column, counts)
                .filter(position -> counts[position] >= OtherCategories.FEW)
                .boxed()
                .toList();
        BitSet own = new BitSet();
        places.forEach(own::set);
        return new FrequencyEncoding(
                column.name(), places.stream().map(column.categories()::get).toList(), others(column, counts, own));
    }

    /** The most frequent first; those met equally often in the definition's order, or, of an open column, by their texts. */
    private static IntStream byFrequency(Column column, long[] counts) {
        Comparator<Integer> frequent =
                Comparator.comparingLong((Integer position) -> counts[position]).reversed();
        return IntStream.range(0, counts.length)
                .boxed()
                .sorted(column.isOpen() ? frequent.thenComparing(column.categories()::get) : frequent)
                .mapToInt(Integer::intValue);
    }

    private long[] counts(Column column) {
        long[] counts = new long[column.categories().size()];
        rows.forEachValue(index(column), position -> counts[(int) position]++);
        return counts;
    }

    private int index(Column column) {
        return definition.columns().indexOf(column);
    }
}
