package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.contracts.dataset.ValueFormat;
import io.loanflow.tablefiles.NumberForm;
import java.util.LinkedHashSet;
import java.util.Set;

/** Chooses how the fields of a column are read: in the plain case by nothing but what its type needs. */
final class CellParsers {

    private CellParsers() {}

    /** @param position of the column in the row */
    static CellParser of(int position, Column column, TableFormat format) {
        CellParser parser = typed(position, column, format);
        Set<String> missing = new LinkedHashSet<>(format.missing());
        // What a column lists as its own is a value there.
        missing.removeAll(column.categories());
        missing.removeAll(column.source().map().keySet());
        missing.addAll(column.source().missing());
        if (!missing.isEmpty()) {
            parser = new MarkedCell(position, missing, parser);
        }
        return format.trim() ? new TrimmedCell(position, parser) : parser;
    }

    private static CellParser typed(int position, Column column, TableFormat format) {
        return switch (column.type()) {
            case REAL -> number(position, column, format, new RealCell(position));
            case INTEGER -> number(position, column, format, new WholeCell(position));
            case NOMINAL, ORDINAL, BOOLEAN ->
                column.isOpen() ? new OpenCategoryCell(position, column) : new CategoryCell(position, column);
            case DATE -> new DateCell(position, column.datePattern());
            case TEXT -> new TextCell(position, Column.LONGEST_TEXT);
            case IDENTIFIER -> new TextCell(position, Column.LONGEST_NAME);
        };
    }

    private static CellParser number(int position, Column column, TableFormat format, CellParser plain) {
        ValueFormat written = column.source().format();
        boolean isPlain = written == null && format.decimal() == '.' && format.thousands() == null;
        return isPlain ? plain : new WrittenNumberCell(position, NumberForm.of(written, format), plain);
    }
}
