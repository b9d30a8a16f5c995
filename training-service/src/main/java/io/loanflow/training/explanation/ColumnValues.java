package io.loanflow.training.explanation;

import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FrequencyEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import io.loanflow.model.row.FeatureColumns;
import io.loanflow.model.row.FeatureDecoder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The values at which a column is looked at: such as occur among the rows, so that a model is asked about nothing that it never met. */
final class ColumnValues {

    /** Where there are more, that many of equally many rows each, without the ends: those may be somebody's own. */
    private static final int MOST_NUMBERS = 24;

    /** Of more, the most frequent. */
    private static final int MOST_CATEGORIES = 20;

    private static final MathContext DIGITS = new MathContext(6);

    private static final String MISSING = "missing";

    private final ColumnPlace place;
    private final ColumnEncoding encoding;
    private final FeatureColumns rows;
    private final FeatureDecoder decoder;

    ColumnValues(ColumnPlace place, FeatureColumns rows) {
        this.place = place;
        this.rows = rows;
        this.decoder = new FeatureDecoder(rows);
        this.encoding = rows.encoder().encodings().stream()
                .filter(one -> one.column().equals(place.name()))
                .findFirst()
                .orElseThrow();
    }

    /** @param number the value where it is one; else null */
    record Value(String name, @Nullable Double number, ColumnPlace.Setting setting) {}

    List<Value> all() {
        return place.column().type().isNumeric() ? numbers() : categories();
    }

    private List<Value> numbers() {
        double[] numbers = decoder.numbers(place.name());
        int[] known = IntStream.range(0, numbers.length)
                .filter(row -> !Double.isNaN(numbers[row]))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> numbers[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Value> values = new ArrayList<>();
        double last = Double.NaN;
        for (int row : few(known, numbers)) {
            if (numbers[row] != last) {
                last = numbers[row];
                values.add(number(row, last));
            }
        }
        IntStream.range(0, numbers.length)
                .filter(row -> Double.isNaN(numbers[row]))
                .findFirst()
                .ifPresent(row -> values.add(new Value(MISSING, null, place.of(rows.columns(), row))));
        return values;
    }

    private static int[] few(int[] sorted, double[] numbers) {
        boolean all =
                IntStream.of(sorted).mapToDouble(row -> numbers[row]).distinct().count() <= MOST_NUMBERS;
        return all
                ? sorted
                : IntStream.range(0, MOST_NUMBERS)
                        .map(i -> sorted[(int) ((2L * i + 1) * sorted.length / (2L * MOST_NUMBERS))])
                        .toArray();
    }

    private Value number(int row, double number) {
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        return new Value(rounded.toPlainString(), rounded.doubleValue(), place.of(rows.columns(), row));
    }

    private List<Value> categories() {
        @Nullable String[] categories = decoder.categories(place.name());
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Value> found = new HashMap<>();
        for (int row = 0; row < categories.length; row++) {
            ColumnPlace.Setting setting = place.of(rows.columns(), row);
            String name = Objects.requireNonNullElse(categories[row], unnamed(setting));
            found.putIfAbsent(name, new Value(name, null, setting));
            counts.merge(name, 1, Integer::sum);
        }
        return found.values().stream()
                .sorted(Comparator.comparing((Value value) -> -counts.getOrDefault(value.name(), 0))
                        .thenComparing(Value::name))
                .limit(MOST_CATEGORIES)
                .sorted(Comparator.comparingInt(this::order))
                .toList();
    }

    /** What has no name of its own is rare or missing. */
    private String unnamed(ColumnPlace.Setting setting) {
        double[] features = setting.features();
        boolean rare = encoding instanceof FrequencyEncoding frequency
                ? features[0] == frequency.categories().size()
                : encoding instanceof OneHotEncoding oneHot && oneHot.hasOther() && features[features.length - 1] == 1;
        return rare ? "other" : MISSING;
    }

    private int order(Value value) {
        int position = place.column().categories().indexOf(value.name());
        return position < 0 ? Integer.MAX_VALUE : position;
    }
}
