package io.loanflow.contracts.dataset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a definition's {@code source} says of how a file is written, and checks that its parts fit together. */
final class TableFormatReader {

    /** The keys of {@code source} that are about it. */
    static final List<String> KEYS = List.of(
            "format",
            "records",
            "delimiter",
            "quote",
            "header",
            "skip-lines",
            "comment",
            "encoding",
            "missing",
            "trim",
            "decimal",
            "thousands",
            "extra-columns");

    private static final int MOST_SKIPPED = 100_000;
    private static final Pattern QUOTE = Pattern.compile("[\"'`]");
    private static final Pattern COMMENT = Pattern.compile("[#%!*/;@~|]");
    private static final Pattern DECIMAL = Pattern.compile("[.,]");
    private static final Pattern THOUSANDS = Pattern.compile("[., '’_\u00a0\u202f]");

    /** UTF-16 stands for itself: which of its two kinds a file is, its mark says. */
    private static final Map<String, Charset> ENCODINGS = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "utf-16", StandardCharsets.UTF_16,
            "iso-8859-1", StandardCharsets.ISO_8859_1,
            "latin-1", StandardCharsets.ISO_8859_1,
            "windows-1252", Charset.forName("windows-1252"));

    private static final Pattern RECORDS = Pattern.compile("[^\\p{Cntrl}]{1,1000}");

    /** What a file has no use for that is none of lines. */
    private static final List<String> OF_CSV = List.of("delimiter", "quote", "header", "skip-lines", "comment");

    private enum ExtraColumns {
        IGNORE,
        REFUSE
    }

    private final DefinitionNode source;

    private TableFormatReader(DefinitionNode source) {
        this.source = source;
    }

    static TableFormat read(DefinitionNode source) {
        return new TableFormatReader(source).format();
    }

    private TableFormat format() {
        TableFormat standard = TableFormat.STANDARD;
        DefinitionNode skipped = source.optional("skip-lines");
        TableFormat.Kind kind = kind();
        TableFormat format = new TableFormat(
                kind,
                records(kind),
                delimiter(),
                character("quote", QUOTE, "\", ' or `", standard.quote()),
                truth("header", true),
                skipped == null ? 0 : (int) skipped.wholeNumber(0, MOST_SKIPPED),
                optional("comment", COMMENT, "one of # % ! * / ; @ ~ |"),
                encoding(),
                markers(source.optional("missing")),
                truth("trim", false),
                character("decimal", DECIMAL, "\".\" or \",\"", standard.decimal()),
                optional("thousands", THOUSANDS, "one of . , ' _ and a blank, in quotes"),
                extraColumns());
        check(format);
        return format;
    }

    private TableFormat.@Nullable Kind kind() {
        DefinitionNode node = source.optional("format");
        return node == null ? null : node.oneOf(List.of(TableFormat.Kind.values()));
    }

    private @Nullable String records(TableFormat.@Nullable Kind kind) {
        DefinitionNode node = source.optional("records");
        if (node == null) {
            return null;
        }
        if (kind != null && kind != TableFormat.Kind.JSON && kind != TableFormat.Kind.XLSX) {
            node.problem(
                    "only a file of format json has its rows in a list within it, and one of format xlsx in a sheet;"
                            + " remove it");
        }
        return node.matching(RECORDS, "the name of a list, or names with points between, or that of a sheet");
    }

    private void check(TableFormat format) {
        if (format.kind() != null && format.kind() != TableFormat.Kind.CSV) {
            OF_CSV.stream()
                    .filter(key -> source.optional(key) != null)
                    .filter(key -> format.kind() != TableFormat.Kind.XLSX || !key.equals("skip-lines"))
                    .forEach(key -> source.required(key)
                            .problem("is about lines of fields, of which a file of this format has none; remove it"));
            if (format.kind().isTyped() && source.optional("encoding") != null) {
                source.required("encoding").problem("is about text, and a file of this format says its own; remove it");
            }
        }
        Character thousands = format.thousands();
        if (thousands != null && thousands == format.decimal()) {
            source.required("thousands").problem("is the decimal mark too; one of them must be another");
        }
        Character comment = format.comment();
        if (comment != null && comment == format.delimiter().character()) {
            source.required("comment").problem("is the delimiter too; one of them must be another");
        }
    }

    private Delimiter delimiter() {
        DefinitionNode node = source.optional("delimiter");
        if (node == null) {
            return Delimiter.COMMA;
        }
        String text = node.anyText();
        for (Delimiter delimiter : Delimiter.values()) {
            boolean itself = delimiter == Delimiter.TAB && text.equals("\t");
            if (delimiter.written().equals(text) || itself) {
                return delimiter;
            }
        }
        node.problem("is \"" + Excerpts.text(text) + "\"; allowed: "
                + Arrays.stream(Delimiter.values())
                        .map(delimiter -> "\"" + delimiter.written() + "\"")
                        .collect(Collectors.joining(", ")));
        return Delimiter.COMMA;
    }

    private char character(String key, Pattern pattern, String allowed, char standard) {
        Character character = optional(key, pattern, allowed);
        return character == null ? standard : character;
    }

    private @Nullable Character optional(String key, Pattern pattern, String allowed) {
        DefinitionNode node = source.optional(key);
        if (node == null) {
            return null;
        }
        String text = node.anyText();
        if (pattern.matcher(text).matches()) {
            return text.charAt(0);
        }
        node.problem("is \"" + Excerpts.text(text) + "\"; must be " + allowed);
        return null;
    }

    private boolean truth(String key, boolean standard) {
        DefinitionNode node = source.optional(key);
        return node == null ? standard : node.truth();
    }

    private Charset encoding() {
        DefinitionNode node = source.optional("encoding");
        if (node == null) {
            return StandardCharsets.UTF_8;
        }
        String text = node.text();
        Charset encoding = ENCODINGS.get(text);
        if (encoding == null && !text.isEmpty()) {
            node.problem("is \"" + Excerpts.text(text) + "\"; allowed: "
                    + String.join(", ", ENCODINGS.keySet().stream().sorted().toList()));
        }
        return encoding == null ? StandardCharsets.UTF_8 : encoding;
    }

    private boolean extraColumns() {
        DefinitionNode node = source.optional("extra-columns");
        return node != null && node.oneOf(List.of(ExtraColumns.values())) == ExtraColumns.IGNORE;
    }

    /** Texts for a missing value, of a file or of a column; none where the key is left out. The empty text needs no saying. */
    static List<String> markers(@Nullable DefinitionNode node) {
        if (node == null) {
            return List.of();
        }
        List<String> markers = new ArrayList<>();
        for (DefinitionNode item : node.items()) {
            String marker = item.anyText();
            if (markers.contains(marker)) {
                item.problem("\"" + Excerpts.text(marker) + "\" is there twice; keep one");
            }
            markers.add(marker);
        }
        markers.remove("");
        return markers;
    }
}
