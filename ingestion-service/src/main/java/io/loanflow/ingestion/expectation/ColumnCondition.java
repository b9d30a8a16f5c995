package io.loanflow.ingestion.expectation;

import java.util.List;

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
    public String reason(Row row) {
        return "is " + quoted(row.text(index)) + "; must be " + allowed;
    }

    static String quoted(String text) {
        return '"' + Text.cut(text) + '"';
    }

    static Verdict of(boolean met) {
        return met ? Verdict.MET : Verdict.BROKEN;
    }
}
