package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.ingestion.expectation.Row;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A field that must be one of some categories, or stand for one by the column's map, looked up in a hash table without making a string
 * of it.
 */
final class CategoryCell implements CellParser {

    private final int column;
    private final List<String> all;
    private final @Nullable String[] texts;
    private final int[] codes;
    private final int mask;
    private final CategoryText other;

    /** @param column its position in the row */
    CategoryCell(int column, Column defined) {
        this.column = column;
        other = new CategoryText(defined);
        all = defined.categories();
        Map<String, String> map = defined.source().map();
        int capacity = Integer.highestOneBit(all.size() + map.size()) * 4;
        texts = new String[capacity];
        codes = new int[capacity];
        mask = capacity - 1;
        // First, since a text that a map speaks of means what the map says.
        map.forEach((text, category) -> put(text, all.indexOf(category)));
        for (int code = 0; code < all.size(); code++) {
            if (!map.containsKey(all.get(code))) {
                put(all.get(code), code);
            }
        }
    }

    private void put(String text, int code) {
        int slot = slot(text.toCharArray(), 0, text.length());
        while (texts[slot] != null) {
            slot = (slot + 1) & mask;
        }
        texts[slot] = text;
        codes[slot] = code;
    }

    @Override
    public void parse(char[] buffer, int from, int length, Row row) {
        int slot = slot(buffer, from, length);
        while (true) {
            String text = texts[slot];
            if (text == null) {
                other(new String(buffer, from, length), row);
                return;
            }
            if (equal(text, buffer, from, length)) {
                row.valid(column, text, all.get(codes[slot]), codes[slot]);
                return;
            }
            slot = (slot + 1) & mask;
        }
    }

    private void other(String text, Row row) {
        OptionalInt code = other.code(text);
        if (code.isPresent()) {
            row.valid(column, text, other.category(code.getAsInt()), code.getAsInt());
        } else {
            row.invalid(column, text, other.flaw(text));
        }
    }

    private int slot(char[] buffer, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        return (hash ^ (hash >>> 16)) & mask;
    }

    static boolean equal(String text, char[] buffer, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }
}
