package io.loanflow.ingestion.profile;

import io.loanflow.contracts.dataset.BigTable;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.web.page.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Has the database count the values of a load's columns, with a scan of each numeric one. */
@Component
public class HistogramScan {

    private static final int CELLS = 24;
    /** Further away from the mean, in deviations, values share a cell. */
    private static final double REACH = 3;

    private final JdbcTemplate jdbc;

    HistogramScan(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One for each column, in the definition's order; empty for one of which there is nothing to count.
     *
     * @param profile of a complete load of this definition
     */
    public List<Optional<Histogram>> histograms(DatasetDefinition definition, LoadProfile profile) {
        return IntStream.range(0, profile.columns().size())
                .mapToObj(i -> histogram(definition, profile, i))
                .toList();
    }

    private Optional<Histogram> histogram(DatasetDefinition definition, LoadProfile profile, int index) {
        Column column = definition.columns().get(index);
        ColumnProfile found = profile.columns().get(index);
        if (found.categories() != null) {
            return Optional.of(categories(column.name(), found.categories()));
        }
        return Cells.of(found, column.type() == ColumnType.INTEGER)
                .map(cells -> new Histogram(
                        column.name(),
                        cells.names(),
                        count(BigTable.nameFor(definition), profile.loadId(), column.name(), cells)));
    }

    private static Histogram categories(String column, Map<String, Long> rows) {
        return new Histogram(column, List.copyOf(rows.keySet()), List.copyOf(rows.values()));
    }

    private List<Long> count(String table, long loadId, String column, Cells cells) {
        // The definition's reader lets letters, digits and _ only into a name.
        String sql = "SELECT LEAST(GREATEST(FLOOR((`" + column + "` - ?) / ?), 0), ?) AS cell, COUNT(*) FROM `" + table
                + "` WHERE " + BigTable.LOAD_ID + " = ? AND `" + column + "` IS NOT NULL GROUP BY cell";
        long[] rows = new long[cells.number()];
        jdbc.query(
                sql,
                result -> {
                    rows[result.getInt(1)] = result.getLong(2);
                },
                cells.start(),
                cells.width(),
                cells.number() - 1,
                loadId);
        return Arrays.stream(rows).boxed().toList();
    }

    /**
     * Cells of the same width.
     *
     * @param below whether the first holds what lies below it too
     * @param above whether the last holds what lies above it too
     */
    private record Cells(double start, double width, int number, boolean below, boolean above, boolean whole) {

        /** Empty where there is no value. */
        static Optional<Cells> of(ColumnProfile column, boolean whole) {
            Double minimum = column.minimum();
            Double maximum = column.maximum();
            Double mean = column.mean();
            Double deviation = column.deviation();
            if (minimum == null || maximum == null || mean == null || deviation == null) {
                return Optional.empty();
            }
            double from = Math.max(minimum, mean - REACH * deviation);
            double to = Math.min(maximum, mean + REACH * deviation);
            double start = whole ? Math.floor(from) : from;
            double width = whole ? Math.max(1, Math.ceil((Math.floor(to) - start + 1) / CELLS)) : (to - start) / CELLS;
            if (width <= 0) {
                return Optional.of(new Cells(start, 1, 1, false, false, whole));
            }
            int number = whole ? (int) Math.ceil((Math.floor(to) - start + 1) / width) : CELLS;
            return Optional.of(new Cells(start, width, number, start > minimum, to < maximum, whole));
        }

        List<String> names() {
            List<String> names = new ArrayList<>();
            for (int cell = 0; cell < number; cell++) {
                names.add(name(cell));
            }
            return names;
        }

        private String name(int cell) {
            double from = start + cell * width;
            double last = from + width - (whole ? 1 : 0);
            if (above && cell == number - 1) {
                return Texts.number(from) + " and more";
            }
            if (below && cell == 0) {
                return (whole ? "up to " : "below ") + Texts.number(last);
            }
            return from == last || number == 1
                    ? Texts.number(from)
                    : Texts.number(from) + (whole ? " to " : " to below ") + Texts.number(last);
        }
    }
}
