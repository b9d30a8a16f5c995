package io.loanflow.contracts.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that every column of a definition is found at one place of the file. */
final class PlacesInFile {

    private PlacesInFile() {}

    /** @param node of the columns, which were all read */
    static void check(DefinitionNode node, List<Column> columns, DatasetSource source) {
        List<DefinitionNode> items = new ArrayList<>();
        List<Column> inFile = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!source.constantColumns().contains(columns.get(i).name())) {
                items.add(node.items().get(i));
                inFile.add(columns.get(i));
            }
        }
        if (source.format().header()) {
            checkNames(items, inFile);
        } else {
            checkPositions(node, items, inFile, source.format());
        }
    }

    private static void checkNames(List<DefinitionNode> items, List<Column> columns) {
        Map<String, String> met = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Column column = columns.get(i);
            if (column.source().position() != null) {
                items.get(i)
                        .required("position")
                        .problem(
                                "the file has a header that names its columns; write from, or header: false in source");
            }
            String other = met.put(column.nameInFile(), column.name());
            if (other != null && !other.equals(column.name())) {
                items.get(i)
                        .required(column.source().from() == null ? "name" : "from")
                        .problem("is \"" + Excerpts.text(column.nameInFile()) + "\", from which column " + other
                                + " is read; a column of the file is read once");
            }
        }
    }

    private static void checkPositions(
            DefinitionNode node, List<DefinitionNode> items, List<Column> columns, TableFormat format) {
        Map<Integer, String> met = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            ColumnSource source = columns.get(i).source();
            if (source.from() != null) {
                items.get(i).required("from").problem("the file has no header; write position, from 1, instead");
            }
            Integer position = source.position();
            String other =
                    position == null ? null : met.put(position, columns.get(i).name());
            if (other != null) {
                items.get(i)
                        .required("position")
                        .problem(
                                "is " + position + ", that of column " + other + "; a column of the file is read once");
            }
        }
        if (!met.isEmpty() && met.size() < columns.size()) {
            node.problem(
                    "some columns have a position and some have none; all of them have one, or none, which means the"
                            + " definition's order");
        } else if (!met.isEmpty() && !format.extraColumnsIgnored()) {
            requireEvery(node, met);
        }
    }

    private static void requireEvery(DefinitionNode node, Map<Integer, String> met) {
        for (int position = 1; position <= met.size(); position++) {
            if (!met.containsKey(position)) {
                node.problem("no column has position " + position
                        + "; define it, with role ignored if it is not needed, or add extra-columns: ignore to source");
                return;
            }
        }
    }
}
