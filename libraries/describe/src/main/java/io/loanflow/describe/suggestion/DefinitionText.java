package io.loanflow.describe.suggestion;

import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.Delimiter;
import io.loanflow.contracts.dataset.TableFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Writes a {@code dataset.yaml}. */
final class DefinitionText {

    private static final int MOST_IN_LINE = 40;

    private final Draft draft;
    private final StringBuilder text = new StringBuilder();

    DefinitionText(Draft draft) {
        this.draft = draft;
    }

    String text() {
        line("# Suggested by loanflow describe from "
                + String.format(Locale.ROOT, "%,d", draft.table().rows().count())
                + " rows. docs/dataset-definition.md explains every key.");
        line("# Read it over: what begins with \"unsure\" is a guess, and the line says what else it could be.");
        line("name: " + draft.name());
        line("version: 1");
        source();
        line("# The largest share of rows that may be set aside as wrong.");
        line("quarantine-limit: " + limit());
        if (!Categories.isPlain(draft.target().categories)) {
            line("# unsure: which of the two is the one that a model tells the probability of: "
                    + Yaml.list(draft.target().categories));
        }
        line("positive-label: " + Yaml.text(draft.positiveLabel()));
        line("columns:");
        draft.columns().stream().filter(column -> !column.leftOut).forEach(this::column);
        if (draft.targetByFile()) {
            column(draft.target());
        }
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** Rows that are wrong, and those whose target is missing, which cannot be kept, and one in a hundred more. */
    private String limit() {
        long wrong = draft.columns().stream().mapToLong(column -> column.wrong).sum();
        long without = draft.targetByFile() ? 0 : draft.target().missing();
        double share = (double) (wrong + without) / draft.table().rows().count();
        return Yaml.number(Math.min(1, (Math.ceil(share * 100) + 1) / 100));
    }

    private void source() {
        TableFormat format = draft.form().format();
        List<String> keys = new ArrayList<>();
        boolean several = draft.files().size() > 1;
        if (!several) {
            keys.add("file: " + Yaml.text(draft.files().get(0)));
        }
        if (format.records() != null) {
            keys.add("records: " + Yaml.text(format.records()));
        }
        if (format.delimiter() != Delimiter.COMMA) {
            keys.add("delimiter: " + Yaml.text(format.delimiter().written()));
        }
        if (format.quote() != '"') {
            keys.add("quote: \"" + format.quote() + "\"");
        }
        if (!format.header()) {
            keys.add("header: false");
        }
        if (format.skipLines() > 0) {
            keys.add("skip-lines: " + format.skipLines());
        }
        if (format.comment() != null) {
            keys.add("comment: \"" + format.comment() + "\"");
        }
        values(format, keys);
        line("source:");
        keys.forEach(key -> line("  " + key));
        if (several) {
            files();
        }
    }

    private void values(TableFormat format, List<String> keys) {
        if (!format.encoding().name().equals("UTF-8")) {
            keys.add("encoding: " + format.encoding().name().toLowerCase(Locale.ROOT));
        }
        Set<String> markers = new TreeSet<>();
        draft.columns()
                .forEach(column ->
                        column.markers.stream().filter(DefinitionText::isOfFile).forEach(markers::add));
        if (!markers.isEmpty()) {
            keys.add("missing: " + Yaml.list(List.copyOf(markers)));
        }
        if (format.trim()) {
            keys.add("trim: true");
        }
        if (format.decimal() != '.') {
            keys.add("decimal: \"" + format.decimal() + "\"");
        }
        if (format.thousands() != null) {
            keys.add("thousands: \"" + format.thousands() + "\"");
        }
        if (draft.columns().stream().anyMatch(column -> column.leftOut)
                || !draft.table().rows().structured().isEmpty()) {
            keys.add("extra-columns: ignore");
        }
    }

    private static boolean isOfFile(String marker) {
        return TextGuess.ALWAYS_MISSING.contains(marker.toLowerCase(Locale.ROOT));
    }

    private void files() {
        boolean byFile = draft.targetByFile();
        if (byFile) {
            line("  # unsure: which file holds the rows of which label");
        }
        line("  files:");
        for (int i = 0; i < draft.files().size(); i++) {
            line("    - {file: " + Yaml.text(draft.files().get(i))
                    + (byFile
                            ? ", with: {" + draft.target().name + ": \""
                                    + (draft.files().size() - 1 - i) + "\"}"
                            : "")
                    + "}");
        }
    }

    private void column(ColumnDraft column) {
        column.remarks().forEach(remark -> line("  # " + remark.replaceAll("\\p{Cntrl}", " ")));
        List<String> keys = new ArrayList<>();
        keys.add("name: " + Yaml.text(column.name));
        if (draft.form().format().header() && !column.profile.name().equals(column.name)) {
            keys.add("from: " + Yaml.text(column.profile.name()));
        }
        keys.add("type: " + column.type.name().toLowerCase(Locale.ROOT));
        if (column.format != null) {
            keys.add("format: " + column.format);
        }
        if (column.unit != null && column.type.isNumeric()) {
            keys.add("unit: " + Yaml.text(column.unit));
        }
        if (column.range != null) {
            keys.add("range: [" + Yaml.number(column.range[0]) + ", " + Yaml.number(column.range[1]) + "]");
        }
        modelling(column, keys);
        boolean wide = column.categories.size() > MOST_IN_LINE;
        line("  - {" + String.join(", ", keys) + (column.categories.isEmpty() ? "}" : ","));
        if (!column.categories.isEmpty()) {
            categories(column, wide);
        }
    }

    private void categories(ColumnDraft column, boolean wide) {
        String list = "categories: " + Yaml.list(column.categories) + "}";
        if (wide) {
            line("     # " + column.categories.size() + " of them");
            line("     " + list);
        } else {
            text.setLength(text.length() - 1);
            line(" " + list);
        }
    }

    private void modelling(ColumnDraft column, List<String> keys) {
        List<String> own =
                column.markers.stream().filter(marker -> !isOfFile(marker)).toList();
        if (!own.isEmpty()) {
            keys.add("missing: " + Yaml.list(own));
        }
        boolean byDefault = column.role == ColumnRole.FEATURE
                || (column.isStoredOnly()
                        && column.role
                                == (column.type == ColumnType.IDENTIFIER ? ColumnRole.IDENTIFIER : ColumnRole.IGNORED));
        if (!byDefault) {
            keys.add("role: " + column.role.name().toLowerCase(Locale.ROOT));
        }
        if (column.missingAllowed && column.role != ColumnRole.TARGET) {
            keys.add("missing-allowed: true");
            boolean oneNumber =
                    column.type.isNumeric() || column.type == ColumnType.BOOLEAN || column.type == ColumnType.ORDINAL;
            if (column.isFeature() && oneNumber) {
                keys.add("fill: indicator");
            }
        }
        if (column.isFeature() && column.frequency) {
            keys.add("encoding: frequency");
        }
        if (column.isFeature() && column.other && column.categories.size() <= 64) {
            keys.add("other: {below: 0.01}");
        }
    }
}
