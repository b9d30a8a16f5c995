package io.loanflow.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.ingestion.LoanFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What readers find in the big table, as plain text. */
final class StoredRows {

    private static final List<Column> COLUMNS = LoanFiles.definition().columns();

    private StoredRows() {}

    /** The table has exactly the first rows of the file, in order, each once. */
    static void assertHolds(JdbcTemplate jdbc, long loadId, Path file, int rows) throws IOException {
        List<String> lines = Files.readAllLines(file).subList(1, rows + 1);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            expected.add(canonical(i + 1, lines.get(i).split(",", -1)));
        }
        assertThat(read(jdbc, loadId)).isEqualTo(expected);
    }

    static long count(JdbcTemplate jdbc, long loadId) {
        Long count = jdbc.queryForObject("SELECT COUNT(*) FROM loan_rows WHERE load_id = ?", Long.class, loadId);
        return count == null ? 0 : count;
    }

    private static List<String> read(JdbcTemplate jdbc, long loadId) {
        return jdbc.query(
                "SELECT * FROM loan_rows WHERE load_id = ? ORDER BY row_no", (row, index) -> canonical(row), loadId);
    }

    private static String canonical(ResultSet row) throws SQLException {
        String[] values = new String[COLUMNS.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getString(COLUMNS.get(i).name());
        }
        return canonical(row.getLong("row_no"), values);
    }

    private static String canonical(long number, String[] values) {
        StringBuilder text = new StringBuilder().append(number);
        for (int i = 0; i < values.length; i++) {
            boolean numeric = COLUMNS.get(i).type().isNumeric();
            text.append('|').append(numeric ? Double.toString(Double.parseDouble(values[i])) : values[i]);
        }
        return text.toString();
    }
}
