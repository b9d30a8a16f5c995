package io.loanflow.describe.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in a table. */
public final class TableProfile {

    private final Rows rows;
    private final List<ColumnProfile> columns;
    private final List<@Nullable String[]> sample;
    private final Cell.Reader reader;

    /**
     * @param count of all rows
     * @param repeated those that were there before, letter for letter
     * @param repeatedAtLeast whether there may be more of them among rows after the first million
     * @param structured properties of JSON rows that hold lists or objects, which are no columns
     */
    public record Rows(long count, long repeated, boolean repeatedAtLeast, List<String> structured) {}

    TableProfile(Rows rows, List<ColumnProfile> columns, List<@Nullable String[]> sample, Cell.Reader reader) {
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.sample = sample;
        this.reader = reader;
    }

    public Rows rows() {
        return rows;
    }

    public List<ColumnProfile> columns() {
        return columns;
    }

    /** Rows of the sample, which is every nth row. */
    public int sampleRows() {
        return sample.size();
    }

    /** The texts of a column in the sample; empty where there is none. */
    public List<String> sample(int column) {
        List<String> texts = new ArrayList<>(sample.size());
        for (@Nullable String[] row : sample) {
            String text = column < row.length ? row[column] : null;
            texts.add(text == null ? "" : text);
        }
        return texts;
    }

    /** The numbers of a column in the sample; NaN where there is none. */
    public double[] numbers(int column) {
        return sample(column).stream()
                .mapToDouble(
                        text -> text.isEmpty() ? Double.NaN : reader.read(text).number())
                .toArray();
    }

    /** The texts of a column in the sample by their kind, numbered from 0; NaN for an empty one and for those that stand for no value. */
    public double[] positions(int column, Collection<String> missing) {
        Map<String, Integer> positions = new HashMap<>();
        return sample(column).stream()
                .mapToDouble(text -> text.isEmpty() || missing.contains(text)
                        ? Double.NaN
                        : positions.computeIfAbsent(text, added -> positions.size()))
                .toArray();
    }
}
