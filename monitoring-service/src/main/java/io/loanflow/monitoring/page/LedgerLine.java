package io.loanflow.monitoring.page;

import io.loanflow.monitoring.ledger.LedgerEntry;
import io.loanflow.web.page.Addresses;
import io.loanflow.web.page.Texts;
import tools.jackson.databind.JsonNode;

/** An entry of the ledger in words; empty is what it does not say. */
record LedgerLine(
        long number,
        String at,
        String what,
        String colour,
        String reason,
        String by,
        String word,
        String ruling,
        String figures,
        String page,
        String workflow,
        String address,
        String digest,
        String hash) {

    static LedgerLine of(LedgerEntry entry, Addresses addresses) {
        JsonNode body = entry.body();
        JsonNode evidence = body.path("evidence");
        JsonNode word = evidence.path("word");
        String reason = body.path("reason").asString("");
        String ruling = evidence.path("ruling").asString("");
        String page = evidence.path("page").asString("");
        String workflow = body.path("run").path("workflowId").asString("");
        return new LedgerLine(
                entry.number(),
                Texts.time(entry.at()),
                what(entry.type(), body),
                colour(entry.type()),
                reason,
                body.path("by").asString(""),
                word.isObject()
                        ? word.path("name").asString("") + ": "
                                + word.path("reason").asString("")
                        : "",
                ruling.equals(reason) ? "" : ruling,
                evidence.path("figures").asString(""),
                page.startsWith("http://") || page.startsWith("https://") ? page : "",
                workflow,
                workflow.isEmpty() ? "" : addresses.workflow(workflow).orElse(""),
                body.path("version").path("digest").asString(""),
                entry.hash());
    }

    private static String what(String type, JsonNode body) {
        String version = version(body.path("version"));
        String move = "from " + version(body.path("from")) + " to " + version(body.path("to"));
        return switch (type) {
            case "release.promoted" -> version + " came into service, " + move;
            case "release.refused" -> version + " was refused";
            case "release.held" -> version + " was held: the gate could not see";
            case "release.rehearsal-failed" -> version + " failed its rehearsal in serving";
            case "release.shadow-failed" -> version + " was not as it must be in the shadow of the champion";
            case "release.canary-failed" -> version + " was not as it must be in the champion's place";
            case "release.rejected" -> version + " was rejected";
            case "release.taken-back" -> version + " was taken back, " + move;
            case "release.rolled-back" -> "Rolled back " + move;
            case "release.watched" -> version + " was watched over its first decisions, and stays";
            case "release.moved-outside" -> "Moved outside Loanflow, " + move;
            default -> type;
        };
    }

    private static String version(JsonNode version) {
        return version.isObject() ? "version " + version.path("version").asInt() : "none";
    }

    private static String colour(String type) {
        return switch (type) {
            case "release.promoted" -> "good";
            case "release.refused",
                    "release.rehearsal-failed",
                    "release.shadow-failed",
                    "release.canary-failed",
                    "release.rejected",
                    "release.taken-back" -> "bad";
            default -> "warn";
        };
    }
}
