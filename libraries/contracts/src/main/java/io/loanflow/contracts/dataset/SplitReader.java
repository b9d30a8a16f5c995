package io.loanflow.contracts.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how a data set is split. */
final class SplitReader {

    private static final String GROUP = "group";
    private static final String TIME = "time";

    private SplitReader() {}

    /** Null where it is not said, or wrong. */
    static @Nullable SplitRule read(@Nullable DefinitionNode node, List<Column> columns, DatasetSource source) {
        if (node == null) {
            return null;
        }
        node.allowKeys(GROUP, TIME);
        if (source.hasParts() && node.optional(TIME) != null) {
            node.problem("the files say by part which rows are for testing; remove it, or part from source");
        }
        DefinitionNode group = node.optional(GROUP);
        DefinitionNode time = node.optional(TIME);
        if ((group == null) == (time == null)) {
            node.problem("names a column by one of " + GROUP + " and " + TIME
                    + "; without both, leave out split: rows are split by what they are like");
            return null;
        }
        DefinitionNode named = group == null ? time : group;
        Column column = column(named, columns);
        if (column == null) {
            return null;
        }
        if (group == null) {
            requireTime(named, column);
        } else if (column.role() == ColumnRole.TARGET) {
            named.problem("is the target; all rows of a label would be in one part");
        }
        return new SplitRule(group == null ? SplitRule.Kind.TIME : SplitRule.Kind.GROUP, column.name());
    }

    private static @Nullable Column column(DefinitionNode node, List<Column> columns) {
        String name = node.text();
        if (name.isEmpty() || columns.isEmpty()) {
            return null;
        }
        List<String> names = columns.stream().map(Column::name).toList();
        if (!names.contains(name)) {
            node.problem("is \"" + Excerpts.text(name) + "\"; must be a column: " + Excerpts.list(names));
            return null;
        }
        return columns.get(names.indexOf(name));
    }

    private static void requireTime(DefinitionNode node, Column column) {
        if (column.type() != ColumnType.DATE && !column.type().isNumeric()) {
            node.problem("is " + DefinitionNode.written(column.type())
                    + "; must be a date, or a number that rises with time, such as a year");
        } else if (column.missingAllowed()) {
            node.problem("may be missing, so that such rows had no place in time; remove missing-allowed from "
                    + column.name() + ", or leave out its rows by rows.where");
        }
    }
}
