package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.ingestion.expectation.Row;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A field that must be one of some categories, looked up in a hash table without making a string of it. */
final class CategoryCell implements CellParser {

    private final int column;
    private final @Nullable String[] categories;
    private final int[] codes;
    private final int mask;
    private final CategoryText other;

    /** @param column its position in the row */
    CategoryCell(int column, Column defined) {
        this.column = column;
        other = new CategoryText(defined);
        List<String> all = defined.categories();
        int capacity = Integer.highestOneBit(all.size()) * 4;
        categories = new String[capacity];
        codes = new int[capacity];
        mask = capacity - 1;
        for (int code = 0; code < all.size(); code++) {
            String category = all.get(code);
            int slot = slot(category.toCharArray(), 0, category.length());
            while (categories[slot] != null) {
                slot = (slot + 1) & mask;
            }
            categories[slot] = category;
            codes[slot] = code;
        }
    }

    @Override
    public void parse(char[] buffer, int from, int length, Row row) {
        int slot = slot(buffer, from, length);
        while (true) {
            String category = categories[slot];
            if (category == null) {
                other(new String(buffer, from, length), row);
                return;
            }
            if (equal(category, buffer, from, length)) {
                row.valid(column, category, category, codes[slot]);
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

    private static boolean equal(String category, char[] buffer, int from, int length) {
        if (category.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (category.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }
}
