package io.loanflow.contracts.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@code dataset.yaml}. */
public final class DatasetDefinitionReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** A data set's name is that of its view as well. */
    private static final List<String> ENDS_OF_TABLES = List.of("_rows", "_decisions");

    private static final Pattern DECISION = Pattern.compile("[^\\p{Cntrl}]{1,60}");

    private static final double LOWEST_COST = 0.001;
    private static final double HIGHEST_COST = 1e9;

    private DatasetDefinitionReader() {}

    /**
     * @param yaml text of the definition
     * @param where the text comes from, for messages
     * @throws DatasetDefinitionException with every problem: file, line, path and what is allowed
     */
    public static DatasetDefinition read(String yaml, String where) {
        return DefinitionYaml.read(yaml, where, DatasetDefinitionReader::definition);
    }

    private static DatasetDefinition definition(DefinitionNode root) {
        root.allowKeys(
                "name",
                "version",
                "title",
                "description",
                "source",
                "use",
                "quarantine-limit",
                "positive-label",
                "positive-name",
                "negative-name",
                "decision-costs",
                "slices",
                "rows",
                "split",
                "columns");
        String name = name(root.required("name"));
        int version = (int) root.required("version").wholeNumber(1, Integer.MAX_VALUE);
        DefinitionNode title = root.optional("title");
        DefinitionNode description = root.optional("description");
        DatasetSource source = SourceReader.read(root.required("source"));
        DatasetUse use = use(root.optional("use"));
        double limit = root.required("quarantine-limit").number(0, 1);
        List<Column> columns = columns(root.required("columns"));
        DefinitionNode positive = root.required("positive-label");
        String positiveLabel = positive.text();
        if (!columns.isEmpty()) {
            SourceReader.check(root.required("source"), source, columns);
            PlacesInFile.check(root.required("columns"), columns, source);
            checkRoles(root.required("columns"), columns, positive, positiveLabel);
        }
        DefinitionNode costs = root.optional("decision-costs");
        DefinitionNode slices = root.optional("slices");
        return new DatasetDefinition(
                name,
                version,
                title == null ? name : title.text(),
                description == null ? "" : description.text(),
                source,
                use,
                limit,
                columns,
                positiveLabel,
                name(root.optional("positive-name"), positiveLabel),
                name(root.optional("negative-name"), negativeLabel(columns, positiveLabel)),
                costs == null ? null : decisionCosts(costs),
                slices(slices, columns),
                filter(root.optional("rows"), columns),
                SplitReader.read(root.optional("split"), columns, source));
    }

    private static @Nullable RowFilter filter(@Nullable DefinitionNode node, List<Column> columns) {
        if (node == null) {
            return null;
        }
        node.allowKeys("where");
        DefinitionNode where = node.required("where");
        return columns.isEmpty() ? null : FilterReader.read(where, columns);
    }

    private static String name(@Nullable DefinitionNode node, String label) {
        return node == null ? label : node.matching(DECISION, "at most 60 characters without control characters");
    }

    /** Empty where the target is wrong, which was reported. */
    private static String negativeLabel(List<Column> columns, String positiveLabel) {
        return columns.stream()
                .filter(column -> column.role() == ColumnRole.TARGET)
                .flatMap(target -> target.categories().stream())
                .filter(category -> !category.equals(positiveLabel))
                .findFirst()
                .orElse("");
    }

    private static DecisionCosts decisionCosts(DefinitionNode node) {
        node.allowKeys("false-positive", "false-negative");
        return new DecisionCosts(
                node.required("false-positive").number(LOWEST_COST, HIGHEST_COST),
                node.required("false-negative").number(LOWEST_COST, HIGHEST_COST));
    }

    private static DatasetUse use(@Nullable DefinitionNode node) {
        if (node == null) {
            return DatasetUse.UNSAID;
        }
        node.allowKeys("intended", "caveats");
        DefinitionNode intended = node.optional("intended");
        DefinitionNode caveats = node.optional("caveats");
        return new DatasetUse(
                intended == null ? null : intended.text(),
                caveats == null
                        ? List.of()
                        : caveats.items().stream().map(DefinitionNode::text).toList());
    }

    private static String name(DefinitionNode node) {
        String name = node.matching(NAME, "a lower-case letter, then up to 39 of a-z, 0-9 and _");
        if (ENDS_OF_TABLES.stream().anyMatch(name::endsWith)) {
            node.problem("is \"" + name + "\"; must not end in " + String.join(" or ", ENDS_OF_TABLES)
                    + ", as tables of another data set do");
        }
        return name;
    }

    /** Empty if a column could not be read, since then nothing can be said of all of them. */
    private static List<Column> columns(DefinitionNode node) {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean complete = true;
        for (DefinitionNode item : node.items()) {
            Column column = ColumnReader.read(item);
            if (column == null) {
                complete = false;
                continue;
            }
            columns.add(column);
            // SQL compares names without regard to case.
            if (!column.name().isEmpty() && !names.add(column.name().toLowerCase(Locale.ROOT))) {
                item.required("name")
                        .problem("\"" + column.name() + "\" is there twice; names must differ in more than case");
            }
        }
        return complete ? columns : List.of();
    }

    private static void checkRoles(
            DefinitionNode node, List<Column> columns, DefinitionNode positive, String positiveLabel) {
        List<Column> targets = columns.stream()
                .filter(column -> column.role() == ColumnRole.TARGET)
                .toList();
        if (targets.size() != 1) {
            node.problem("has " + targets.size() + " columns with role target"
                    + (targets.isEmpty() ? "" : " (" + Excerpts.list(names(targets)) + ")")
                    + "; exactly one is needed");
        } else if (!positiveLabel.isEmpty() && !targets.get(0).allows(positiveLabel)) {
            positive.problem("is \"" + Excerpts.text(positiveLabel) + "\"; must be "
                    + targets.get(0).allowed() + ", the categories of "
                    + targets.get(0).name());
        }
        if (columns.stream().noneMatch(column -> column.role() == ColumnRole.FEATURE)) {
            node.problem("has no column with role feature; at least one is needed");
        }
    }

    private static List<Slice> slices(@Nullable DefinitionNode node, List<Column> columns) {
        List<Slice> slices = new ArrayList<>();
        if (node == null || columns.isEmpty()) {
            return slices;
        }
        for (DefinitionNode item : node.items()) {
            item.allowKeys("column", "value");
            Slice slice = new Slice(
                    item.required("column").text(), item.required("value").text());
            List<Column> categorical = columns.stream()
                    .filter(column -> column.type().isCategorical())
                    .toList();
            categorical.stream()
                    .filter(column -> column.name().equals(slice.column()))
                    .findFirst()
                    .ifPresentOrElse(
                            column -> {
                                if (!column.allows(slice.value())) {
                                    item.required("value")
                                            .problem("is \"" + Excerpts.text(slice.value()) + "\"; must be "
                                                    + column.allowed());
                                }
                            },
                            () -> item.required("column")
                                    .problem("is \"" + Excerpts.text(slice.column())
                                            + "\"; must be a column with categories: "
                                            + Excerpts.list(names(categorical))));
            slices.add(slice);
        }
        return slices;
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
