package io.loanflow.preprocessing.load;

import io.loanflow.contracts.dataset.Column;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads one column of the big table as a number, see {@link RowConsumer}. */
final class StoredColumn {

    private final Column column;
    private final int index;
    private final CategoryCodes codes;

    /** @param index of the column in the definition, and in the rows that are read, from 0 */
    StoredColumn(Column column, int index, CategoryCodes codes) {
        this.column = column;
        this.index = index;
        this.codes = codes;
    }

    /** Whether anything is made of its values; dates and texts are stored only. */
    static boolean isRead(Column column) {
        return column.type().isNumeric() || column.type().isCategorical();
    }

    /** @throws LoadUnavailableException if the definition allows no such value: the table was filled by another one */
    double read(ResultSet row) throws SQLException {
        if (!isRead(column)) {
            return Double.NaN;
        }
        double value = column.type().isNumeric() ? number(row) : position(row);
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
