package io.loanflow.datasettables;

import io.loanflow.contracts.dataset.Column;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The columns of a table as the engine declares them. Categories are texts as wide as a definition allows, so that one more category changes
 * nothing; where so many such columns are more than a row may declare, they are as wide as their longest category.
 */
final class TableShape {

    /** What MariaDB lets all columns of a row declare, in bytes, on every engine; some are left for what it adds. */
    private static final int DECLARED = 65_000;

    /** Half a page of InnoDB, in which a row must lie but for its long texts, less what the page and the row add. */
    private static final int IN_PAGE = 8_000;

    /** Of InnoDB; MariaDB allows 4,096. */
    private static final int MOST_COLUMNS_INNODB = 1_017;

    private static final int MOST_COLUMNS = 4_096;

    private static final int BYTES_OF_CHARACTER = 4;
    private static final int WIDEST = 255;

    private final TableLayout layout;

    TableShape(TableLayout layout) {
        this.layout = layout;
    }

    /**
     * The table's columns, its own first.
     *
     * @throws TableUnfitException if the engine cannot hold rows of so many or so wide columns
     */
    List<TableColumn> columns(TableEngine engine) {
        List<TableColumn> columns = new ArrayList<>(layout.own());
        boolean wide = declared() > DECLARED;
        layout.columns()
                .forEach((name, column) -> columns.add(new TableColumn(name, sqlType(column, wide), comment(column))));
        check(columns.size(), engine);
        return columns;
    }

    private void check(int columns, TableEngine engine) {
        int most = engine == TableEngine.INNODB ? MOST_COLUMNS_INNODB : MOST_COLUMNS;
        if (columns > most) {
            throw unfit(
                    engine,
                    columns,
                    most,
                    "columns with the table's own " + layout.own().size() + "; leave columns out of the definition");
        }
        int bytes = inPage(columns);
        if (engine == TableEngine.INNODB && bytes > IN_PAGE) {
            throw unfit(
                    engine,
                    bytes,
                    IN_PAGE,
                    "bytes for a row of the longest categories; shorten categories or leave columns out of the definition,"
                            + " or use a server with ColumnStore");
        }
    }

    private TableUnfitException unfit(TableEngine engine, int needed, int most, String what) {
        return new TableUnfitException(String.format(
                Locale.ROOT,
                "table %s cannot be made: data set %s needs %,d, and %s holds %,d, %s",
                layout.name(),
                layout.dataset(),
                needed,
                engine.sqlName(),
                most,
                what));
    }

    private int declared() {
        int own = layout.own().stream().mapToInt(TableColumn::declared).sum();
        return own
                + layout.columns().values().stream()
                        .mapToInt(TableShape::declared)
                        .sum();
    }

    private static int declared(Column column) {
        return switch (column.type()) {
            case REAL, INTEGER, DATE -> TableColumn.NUMBER;
            case TEXT -> TableColumn.POINTER;
            case NOMINAL, ORDINAL, BOOLEAN, IDENTIFIER -> WIDEST * BYTES_OF_CHARACTER + 2;
        };
    }

    /** At most, of one row. */
    private int inPage(int columns) {
        int texts =
                layout.columns().values().stream().mapToInt(TableShape::inPage).sum();
        return texts + layout.own().stream().mapToInt(TableColumn::inPage).sum() + columns / Byte.SIZE;
    }

    private static int inPage(Column column) {
        return switch (column.type()) {
            case REAL, INTEGER, DATE -> TableColumn.NUMBER;
            case TEXT, IDENTIFIER -> TableColumn.POINTER + 2;
            case NOMINAL, ORDINAL, BOOLEAN -> 2 + (column.isOpen() ? TableColumn.INLINE : longestInPage(column));
        };
    }

    private static int longestInPage(Column column) {
        return column.categories().stream()
                .mapToInt(TableShape::bytes)
                .map(bytes -> bytes > TableColumn.INLINE ? TableColumn.POINTER : bytes)
                .max()
                .orElse(0);
    }

    private static String comment(Column column) {
        String about = column.description().equalsIgnoreCase(column.name()) ? "" : column.description();
        String unit = column.unit();
        return unit == null ? about : (about + " (" + unit + ")").strip();
    }

    private static String sqlType(Column column, boolean wide) {
        return switch (column.type()) {
            case REAL -> "double";
            case INTEGER -> "bigint";
            case DATE -> "date";
            case TEXT -> "text";
            case IDENTIFIER -> wide ? "text" : "varchar(" + WIDEST + ")";
            case NOMINAL, ORDINAL, BOOLEAN -> wide ? narrow(column) : "varchar(" + WIDEST + ")";
        };
    }

    /** As wide as the longest category; one that may leave the page is a text, of which a row declares the pointer only. */
    private static String narrow(Column column) {
        int longest = column.isOpen()
                ? WIDEST
                : column.categories().stream().mapToInt(TableShape::bytes).max().orElse(1);
        return longest > TableColumn.INLINE ? "text" : "varchar(" + longest + ")";
    }

    private static int bytes(String category) {
        return category.getBytes(StandardCharsets.UTF_8).length;
    }
}
