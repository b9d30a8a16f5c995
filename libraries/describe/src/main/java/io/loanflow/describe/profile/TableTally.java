package io.loanflow.describe.profile;

import io.loanflow.contracts.dataset.TableFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts what stands in a table, row by row. */
final class TableTally {

    private static final int MOST_ROWS_COMPARED = 1 << 20;

    /** Of a text in the sample; what is longer is no category. */
    private static final int LONGEST_KEPT = 256;

    private final Cell.Reader reader;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<ColumnTally> columns = new ArrayList<>();
    private final RowSample sample = new RowSample();
    private final LongSet met = new LongSet(MOST_ROWS_COMPARED);
    private final Set<String> structured = new TreeSet<>();
    private long rows;
    private long repeated;

    TableTally(TableFormat format) {
        reader = new Cell.Reader(format);
    }

    /** The place of a column, which is new if it was not met before. */
    int place(String name) {
        return places.computeIfAbsent(name, added -> {
            columns.add(new ColumnTally(reader, rows));
            return columns.size() - 1;
        });
    }

    /** Notes a property that holds no value. */
    void structured(String name) {
        structured.add(name);
    }

    int width() {
        return columns.size();
    }

    /** @param row a text for each column, null or empty where there is none */
    void add(@Nullable String[] row) {
        long hash = 0;
        boolean kept = sample.wants();
        @Nullable String[] copy = kept ? new @Nullable String[columns.size()] : row;
        for (int i = 0; i < columns.size(); i++) {
            String text = i < row.length ? row[i] : null;
            if (text == null || text.isEmpty()) {
                columns.get(i).addMissing();
                hash = Hash.and(hash, 0);
            } else {
                String known = columns.get(i).add(text);
                hash = Hash.and(hash, text.hashCode());
                if (kept) {
                    copy[i] = known.length() > LONGEST_KEPT ? known.substring(0, LONGEST_KEPT) : known;
                }
            }
        }
        rows++;
        repeated += met.add(hash) ? 0 : 1;
        if (kept) {
            sample.add(copy);
        }
    }

    TableProfile profile() {
        List<ColumnProfile> profiles = new ArrayList<>();
        places.forEach((name, place) -> profiles.add(columns.get(place).profile(name)));
        return new TableProfile(
                new TableProfile.Rows(rows, repeated, met.isFull(), List.copyOf(structured)),
                profiles,
                sample.rows(),
                reader);
    }
}
