package io.loanflow.preprocessing.load;

import io.loanflow.contracts.dataset.BigTable;
import io.loanflow.contracts.dataset.TestRows;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.ingestion.SelectedLoad;
import io.loanflow.featurebatches.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rows are for by the files that they stood in. If one of several loads has files for testing, no row is drawn: those of loads without
 * such files are all for training.
 */
final class FileParts {

    private static final String QUERY = "SELECT " + BigTable.LEDGER_TEST_ROWS + " FROM " + BigTable.LEDGER + " WHERE "
            + BigTable.LEDGER_ID + " = ?";

    private final Map<Long, TestRows> test;

    private FileParts(Map<Long, TestRows> test) {
        this.test = test;
    }

    static FileParts of(Connection connection, DatasetRef load) throws SQLException {
        Map<Long, TestRows> test = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            for (SelectedLoad selected : load.loads()) {
                query.setLong(1, selected.loadId());
                try (ResultSet row = query.executeQuery()) {
                    String text = row.next() ? row.getString(1) : null;
                    if (text != null) {
                        test.put(selected.loadId(), TestRows.of(text));
                    }
                }
            }
        }
        return new FileParts(test);
    }

    /** Null where no load's files say it. */
    @Nullable
    Part of(long load, long row) {
        if (test.isEmpty()) {
            return null;
        }
        TestRows rows = test.get(load);
        return rows != null && rows.contains(row) ? Part.TEST : Part.TRAIN;
    }
}
