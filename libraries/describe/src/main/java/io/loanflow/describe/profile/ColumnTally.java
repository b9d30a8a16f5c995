package io.loanflow.describe.profile;

import io.loanflow.tablefiles.CellText;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what stands in a column. */
final class ColumnTally {

    /** So many different texts are counted one by one. */
    static final int MOST_VALUES = 1024;

    private static final int MOST_WORDS = 20;
    private static final int LONGEST_WORD = 12;
    private static final int MOST_UNIQUE = 1 << 18;

    private final Cell.Reader reader;
    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, Long> words = new TreeMap<>();
    private final Map<CellKind, Numbers> overflow = new EnumMap<>(CellKind.class);
    private final Dates dates = new Dates();
    private @Nullable LongSet unique = new LongSet(MOST_UNIQUE);
    private long rows;
    private long empty;
    private long content;
    private int longest;
    private boolean blanks;
    private boolean consecutive = true;
    private double before = Double.NaN;

    /** @param before rows that lacked the column */
    ColumnTally(Cell.Reader reader, long before) {
        this.reader = reader;
        rows = before;
        empty = before;
    }

    /** One of the column's texts. */
    private static final class Value {

        private final String text;
        private final Cell cell;
        private final long hash;
        private long count;

        Value(String text, Cell cell) {
            this.text = text;
            this.cell = cell;
            hash = Hash.of(text);
        }
    }

    void addMissing() {
        rows++;
        empty++;
        content = Hash.and(content, 0);
    }

    /**
     * Counts a text.
     *
     * @return the same text, as it was met before if it was
     */
    String add(String text) {
        if (text.isEmpty()) {
            addMissing();
            return "";
        }
        rows++;
        Value value = values.get(text);
        if (value != null) {
            value.count++;
            content = Hash.and(content, value.hash);
            unique = null;
            follow(value.cell.number());
            return value.text;
        }
        return addNew(text);
    }

    private String addNew(String text) {
        if (mayBeWord(text) && CellText.isMissing(text) && (words.containsKey(text) || words.size() < MOST_WORDS)) {
            words.merge(text, 1L, Long::sum);
            content = Hash.and(content, 1);
            return text;
        }
        Value value = new Value(text, reader.read(text));
        value.count = 1;
        content = Hash.and(content, value.hash);
        follow(value.cell.number());
        if (unique != null && !unique.add(value.hash)) {
            unique = null;
        }
        look(text, value.cell);
        if (values.size() < MOST_VALUES) {
            values.put(text, value);
        } else {
            overflow.computeIfAbsent(value.cell.kind(), kind -> new Numbers()).add(value.cell, 1);
        }
        return text;
    }

    /** The words for a missing value are short, and none has a digit; most numbers need no further look. */
    private static boolean mayBeWord(String text) {
        char last = text.charAt(text.length() - 1);
        return text.length() <= LONGEST_WORD && (last < '0' || last > '9');
    }

    private void follow(double number) {
        consecutive &= Double.isNaN(before) ? rows - empty == 1 && !Double.isNaN(number) : number == before + 1;
        before = number;
    }

    private void look(String text, Cell cell) {
        longest = Math.max(longest, text.length());
        blanks |= text.indexOf(' ') >= 0;
        dates.look(text, cell);
    }

    ColumnProfile profile(String name) {
        Map<CellKind, Numbers> kinds = new EnumMap<>(CellKind.class);
        overflow.forEach((kind, numbers) -> kinds.put(kind, numbers.copy()));
        Map<String, Long> counts = new HashMap<>();
        values.values().forEach(value -> {
            kinds.computeIfAbsent(value.cell.kind(), kind -> new Numbers()).add(value.cell, value.count);
            counts.put(value.text, value.count);
        });
        Map<String, CellKind> kindOf = new HashMap<>();
        Map<String, Double> numbers = new HashMap<>();
        values.values().forEach(value -> {
            kindOf.put(value.text, value.cell.kind());
            if (!Double.isNaN(value.cell.number())) {
                numbers.put(value.text, value.cell.number());
            }
        });
        return new ColumnProfile(
                name,
                new ColumnProfile.Counts(
                        rows, empty, Map.copyOf(words), unique != null && rows > empty, consecutive && rows > empty),
                new ColumnProfile.Values(counts, kindOf, numbers, overflow.isEmpty(), longest, blanks),
                Map.copyOf(kinds),
                dates.patterns(),
                content);
    }
}
