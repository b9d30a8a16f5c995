package io.loanflow.monitoring.judgement;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.model.reference.CategoryCounts;
import io.loanflow.model.reference.ColumnCounts;
import io.loanflow.model.reference.NumberCounts;
import io.loanflow.model.reference.ReferenceDistribution;
import io.loanflow.monitoring.alarm.WatchedColumn;
import io.loanflow.monitoring.decision.CountedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The columns of a model, with its score and its label, as they are counted in the reference and in a window. */
record WatchedColumns(DatasetDefinition definition, ReferenceDistribution reference) {

    static final String SCORE = "score (of the model)";
    static final String LABEL = "label (decided)";

    private static final String MISSING = "missing";
    private static final String OTHERS = "others";

    List<WatchedColumn> all() {
        List<WatchedColumn> all = new ArrayList<>();
        reference.columns().forEach(column -> all.add(watched(column)));
        all.add(numbers(SCORE, reference.score()));
        long rows = reference.score().rows();
        all.add(new WatchedColumn(
                LABEL, new double[0], new long[] {rows - reference.selected(), reference.selected()}));
        return all;
    }

    private static WatchedColumn watched(ColumnCounts column) {
        return column instanceof NumberCounts numbers
                ? numbers(column.column(), numbers)
                : new WatchedColumn(column.column(), new double[0], longs(column.counts()));
    }

    /** The cell behind the last bin is that of missing values, which no row of the training part has there. */
    private static WatchedColumn numbers(String name, NumberCounts numbers) {
        int bins = numbers.counts().size();
        double[] positions = Arrays.copyOf(
                numbers.centres().stream().mapToDouble(Double::doubleValue).toArray(), bins + 1);
        positions[bins] = positions[bins - 1];
        return new WatchedColumn(name, positions, Arrays.copyOf(longs(numbers.counts()), bins + 1));
    }

    /** What the cells of each column are, in the order of {@link #all}. */
    List<List<String>> cells() {
        List<List<String>> cells = new ArrayList<>();
        reference.columns().forEach(column -> cells.add(cells(column)));
        cells.add(cells(reference.score()));
        cells.add(List.of(definition.negativeLabel(), definition.positiveLabel()));
        return cells;
    }

    private static List<String> cells(ColumnCounts column) {
        if (column instanceof CategoryCounts categories) {
            return Stream.concat(categories.categories().stream(), Stream.of(OTHERS))
                    .toList();
        }
        return Stream.concat(((NumberCounts) column).centres().stream().map(WatchedColumns::text), Stream.of(MISSING))
                .toList();
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** How decisions are counted, in the order of {@link #all}. */
    List<CountedColumn> counted() {
        return Stream.concat(
                        reference.columns().stream().map(CountedColumn::of),
                        Stream.of(CountedColumn.score(reference.score()), CountedColumn.label()))
                .toList();
    }

    /** @param found decisions in the cells of {@link #counted} */
    List<WindowCounts> counts(List<Map<String, Long>> found) {
        List<WindowCounts> counts = new ArrayList<>();
        int columns = reference.columns().size();
        for (int i = 0; i < columns; i++) {
            counts.add(WindowCounts.of(reference.columns().get(i), found.get(i)));
        }
        counts.add(WindowCounts.of(reference.score(), found.get(columns)));
        Map<String, Long> labels = found.get(columns + 1);
        counts.add(new WindowCounts(
                new long[] {
                    labels.getOrDefault(definition.negativeLabel(), 0L),
                    labels.getOrDefault(definition.positiveLabel(), 0L)
                },
                0,
                0));
        return counts;
    }

    private static long[] longs(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).toArray();
    }
}
