package io.loanflow.localstack.audit;

import io.loanflow.localstack.terminal.Table;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Entries of the ledger as lines of text. */
public final class LedgerTable {

    private static final List<String> HEAD = List.of("ENTRY", "AT", "WHAT", "VERSION", "IN SERVICE", "REASON");
    private static final int LONGEST_REASON = 70;
    private static final String PREFIX = "release.";

    private LedgerTable() {}

    /** The first line is the head. */
    public static List<String> lines(List<JsonNode> entries) {
        return Table.lines(HEAD, entries.stream().map(LedgerTable::row).toList());
    }

    private static List<String> row(JsonNode entry) {
        JsonNode body = entry.path("body");
        String from = version(body.path("from"));
        String to = version(body.path("to"));
        return List.of(
                entry.path("number").asString(),
                entry.path("at").asString(),
                entry.path("type").asString().replace(PREFIX, ""),
                version(body.path("version")),
                from.equals(to) ? to : from + " to " + to,
                shortened(body.path("reason").asString("")));
    }

    private static String version(JsonNode version) {
        return version.isObject() ? version.path("version").asString() : "none";
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }
}
