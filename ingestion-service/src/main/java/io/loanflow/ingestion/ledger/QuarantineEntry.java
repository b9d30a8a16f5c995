package io.loanflow.ingestion.ledger;

import io.loanflow.ingestion.check.QuarantinedRow;
import io.loanflow.ingestion.check.RowProblem;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One problem of a row that was set aside. */
@Entity
@Table(name = "quarantined_row")
public class QuarantineEntry {

    @EmbeddedId
    private QuarantineKey key = new QuarantineKey(0, 0, 0);

    private String columnName = "";

    private String expectation = "";

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String reason = "";

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String rawRow = "";

    /** For Hibernate. */
    protected QuarantineEntry() {}

    /** @param problem position in the row's problems, from 0 */
    QuarantineEntry(long loadId, QuarantinedRow row, int problem) {
        RowProblem found = row.problems().get(problem);
        key = new QuarantineKey(loadId, row.number(), problem);
        columnName = LedgerText.cut(found.column(), LedgerText.COLUMN);
        expectation = found.expectation();
        reason = LedgerText.cut(found.reason(), LedgerText.REASON);
        rawRow = row.raw();
    }

    /** Number of the data row in its file, from 1. */
    public long rowNumber() {
        return key.rowNo();
    }

    public String column() {
        return columnName;
    }

    public String expectation() {
        return expectation;
    }

    public String reason() {
        return reason;
    }

    /** The row as it stands in the file. */
    public String rawRow() {
        return rawRow;
    }
}
