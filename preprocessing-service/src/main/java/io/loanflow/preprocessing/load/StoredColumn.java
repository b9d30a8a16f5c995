package io.loanflow.preprocessing.load;

import io.loanflow.contracts.dataset.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads one column of the big table as a number, see {@link RowConsumer}. */
final class StoredColumn {

    private final Column column;
    private final Map<String, Double> positions = new HashMap<>();

    StoredColumn(Column column) {
        this.column = column;
        for (int i = 0; i < column.categories().size(); i++) {
            positions.put(column.categories().get(i), (double) i);
        }
    }

    /** Whether anything is made of its values; dates and texts are stored only. */
    static boolean isRead(Column column) {
        return column.type().isNumeric() || column.type().isCategorical();
    }

    /** @throws LoadUnavailableException if the definition allows no such value: the table was filled by another one */
    double read(ResultSet row, int index) throws SQLException {
        if (!isRead(column)) {
            return Double.NaN;
        }
        double value = column.type().isNumeric() ? number(row, index) : position(row, index);
        // A record that was decided about has only what a model sees.
        if (Double.isNaN(value) && !column.missingAllowed() && column.role().isLearnt()) {
            throw unfit("has no value, though the definition allows none to be missing");
        }
        return value;
    }

    private static double number(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(index);
        return row.wasNull() ? Double.NaN : value + 0.0; // turns -0 into 0
    }

    private double position(ResultSet row, int index) throws SQLException {
        String category = row.getString(index);
        if (category == null) {
            return Double.NaN;
        }
        Double position = positions.get(category);
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
