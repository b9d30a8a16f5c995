package io.loanflow.ingestion.expectation;

import io.loanflow.tablefiles.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on one cell. */
abstract class ColumnCondition implements RowCondition {

    final int index;
    private final String name;
    private final String allowed;

    /** @param allowed what may stand there, such as "a number from 18 to 100" */
    ColumnCondition(IndexedColumn column, String allowed) {
        index = column.index();
        name = column.name();
        this.allowed = allowed;
    }

    @Override
    public final List<String> columns() {
        return List.of(name);
    }

    @Override
    public final String value(Row row) {
        return row.text(index);
    }

    @Override
    public @Nullable String flaw(Row row) {
        return row.flaw(index);
    }

    @Override
    public final String reason(Row row) {
        String flaw = flaw(row);
        String value = row.isMissing(index) ? "missing" : quoted(row.text(index));
        return "is " + value + (flaw == null ? "" : ", which " + flaw) + "; must be " + allowed;
    }

    private static String quoted(String text) {
        return '"' + Text.cut(text) + '"';
    }

    static Verdict of(boolean met) {
        return met ? Verdict.MET : Verdict.BROKEN;
    }
}
