package io.loanflow.preprocessing.load;

import io.loanflow.contracts.dataset.Column;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.apache.commons.codec.digest.MurmurHash3;

/** Reads one column of the big table as a number, see {@link RowConsumer}. */
final class StoredColumn {

    /** As many bits as a 64-bit float holds exactly. */
    private static final int HASH_BITS = 52;

    private final Column column;
    private final int index;
    private final CategoryCodes codes;
    private final boolean splits;

    /**
     * @param index of the column in the definition, and in the rows that are read, from 0
     * @param splits whether rows are split by it
     */
    StoredColumn(Column column, int index, CategoryCodes codes, boolean splits) {
        this.column = column;
        this.index = index;
        this.codes = codes;
        this.splits = splits;
    }

    /** What a query asks for. */
    String selected() {
        // A name may be a word of SQL.
        return isRead() ? "`" + column.name() + "`" : "NULL";
    }

    /** Whether anything is made of its values; dates and texts that rows are not split by are stored only. */
    private boolean isRead() {
        return splits || column.type().isNumeric() || column.type().isCategorical();
    }

    /** @throws LoadUnavailableException if the definition allows no such value: the table was filled by another one */
    double read(ResultSet row) throws SQLException {
        if (!isRead()) {
            return Double.NaN;
        }
        double value = switch (column.type()) {
            case REAL, INTEGER -> number(row);
            case NOMINAL, ORDINAL, BOOLEAN -> position(row);
            case DATE -> day(row);
            case TEXT, IDENTIFIER -> hash(row);
        };
        // A record that was decided about has only what a model sees.
        if (Double.isNaN(value) && !column.missingAllowed() && column.role().isLearnt()) {
            throw unfit("has no value, though the definition allows none to be missing");
        }
        return value;
    }

    private double number(ResultSet row) throws SQLException {
        double value = row.getDouble(index + 1);
        return row.wasNull() ? Double.NaN : value + 0.0; // turns -0 into 0
    }

    /** Counted from the first of 1970. */
    private double day(ResultSet row) throws SQLException {
        String day = row.getString(index + 1);
        return day == null ? Double.NaN : (double) LocalDate.parse(day).toEpochDay();
    }

    /** By which texts are told apart, but for a chance that does no harm: two of them are one group then. */
    private double hash(ResultSet row) throws SQLException {
        String text = row.getString(index + 1);
        if (text == null) {
            return Double.NaN;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return (double) (MurmurHash3.hash128x64(bytes, 0, bytes.length, 0)[0] >>> (Long.SIZE - HASH_BITS));
    }

    private double position(ResultSet row) throws SQLException {
        String category = row.getString(index + 1);
        if (category == null) {
            return Double.NaN;
        }
        Integer position = codes.code(index, category);
        if (position == null) {
            throw unfit("has a category that the definition does not list");
        }
        return position;
    }

    private LoadUnavailableException unfit(String problem) {
        return new LoadUnavailableException("column " + column.name() + " " + problem
                + ". Raise the definition's version if its columns were changed, and load the file again.");
    }
}
