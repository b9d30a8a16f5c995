package io.loanflow.contracts.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a definition's {@code source}. */
final class SourceReader {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern DOWNLOAD = Pattern.compile("https?://\\S+");
    private static final Pattern FILE = Pattern.compile("[^/\\\\\\p{Cntrl}]+");

    private SourceReader() {}

    static DatasetSource read(DefinitionNode node) {
        node.allowKeys(Stream.concat(
                        Stream.of("file", "files", "sha256", "download", "license"), TableFormatReader.KEYS.stream())
                .toArray(String[]::new));
        DefinitionNode sha256 = node.optional("sha256");
        DefinitionNode download = node.optional("download");
        DefinitionNode license = node.optional("license");
        if (download != null && sha256 == null) {
            download.problem("what comes cannot be checked; give its sha256 too");
        }
        DatasetSource source = new DatasetSource(
                files(node),
                sha256 == null ? null : sha256.matching(SHA256, "64 lower-case hexadecimal digits"),
                download == null ? null : download.matching(DOWNLOAD, "an http or https address"),
                license == null ? null : license.text(),
                TableFormatReader.read(node));
        if (sha256 != null && !source.isOneFile()) {
            sha256.problem("is the digest of one file, and there may be several; remove it");
        }
        return source;
    }

    private static List<TableFile> files(DefinitionNode source) {
        DefinitionNode list = source.optional("files");
        if (list == null) {
            return List.of(new TableFile(name(source.required("file")), Map.of()));
        }
        if (source.optional("file") != null) {
            list.problem("is there beside \"file\"; keep one");
        }
        List<TableFile> files = new ArrayList<>();
        for (DefinitionNode item : list.items()) {
            item.allowKeys("file", "with", "part");
            DefinitionNode part = item.optional("part");
            files.add(new TableFile(
                    name(item.required("file")),
                    with(item.optional("with")),
                    part == null ? null : part.oneOf(List.of(FilePart.values()))));
        }
        checkParts(list, files);
        return files.isEmpty() ? List.of(new TableFile("", Map.of())) : files;
    }

    /** All say it or none. */
    private static void checkParts(DefinitionNode list, List<TableFile> files) {
        List<DefinitionNode> parts = list.items().stream()
                .map(item -> item.optional("part"))
                .filter(Objects::nonNull)
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        if (parts.size() < files.size()) {
            list.problem("some files say by part what their rows are for and some do not; all of them do, or none");
            return;
        }
        for (FilePart part : FilePart.values()) {
            if (files.stream().noneMatch(file -> file.part() == part)) {
                list.problem("no file has part: " + DefinitionNode.written(part)
                        + "; without part, a share of all rows is the test part");
            }
        }
    }

    private static String name(DefinitionNode node) {
        return node.matching(FILE, "the name of a file beside the definition, without folders");
    }

    private static Map<String, String> with(@Nullable DefinitionNode node) {
        Map<String, String> with = new LinkedHashMap<>();
        if (node != null) {
            node.forEach((column, value) -> with.put(column, value.anyText()));
        }
        return with;
    }

    /** What can only be said once the columns are known. */
    static void check(DefinitionNode source, DatasetSource read, List<Column> columns) {
        DefinitionNode list = source.optional("files");
        if (list == null) {
            return;
        }
        List<DefinitionNode> items = list.items();
        for (int i = 0; i < items.size(); i++) {
            TableFile file = read.files().get(i);
            if (!file.with().keySet().equals(read.constantColumns())) {
                items.get(i).problem("sets other columns by \"with\" than the first file; all files set the same");
            }
            DefinitionNode with = items.get(i).optional("with");
            if (with != null) {
                with.forEach((name, value) -> check(name, value, columns));
            }
        }
    }

    private static void check(String name, DefinitionNode value, List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        if (!names.contains(name)) {
            value.problem("is of no column; allowed: " + Excerpts.list(names));
            return;
        }
        Column column = columns.get(names.indexOf(name));
        String text = value.anyText();
        boolean known = column.allows(text) || column.source().map().containsKey(text);
        if (column.type().isCategorical() && !known) {
            value.problem("is \"" + Excerpts.text(text) + "\"; must be " + column.allowed());
        }
        if (column.source().from() != null || column.source().position() != null) {
            value.problem("is of a column that the file has a place of; remove its from and position");
        }
    }
}
