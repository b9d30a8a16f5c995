package io.loanflow.monitoring.ledger;

import io.loanflow.contracts.feature.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The text that an entry's hash is made of: all of the entry but the hash. */
final class EntryContent {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EntryContent() {}

    static String text(long number, String previous, LedgerDraft draft, Instant recordedAt) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("number", number);
        content.put("previous", previous);
        content.put("type", draft.type());
        content.put("key", draft.key());
        if (draft.dataset() != null) {
            content.put("dataset", draft.dataset());
        }
        content.put("at", draft.at().toString());
        content.put("recordedAt", recordedAt.toString());
        content.set("body", draft.body());
        return CanonicalJson.text(content);
    }

    static String hash(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Null where somebody has made something else of it. */
    static @Nullable LedgerEntry read(String text, String hash) {
        try {
            JsonNode content = JSON.readTree(text);
            return new LedgerEntry(
                    content.required("number").asLong(),
                    content.required("previous").asString(),
                    hash,
                    content.required("type").asString(),
                    content.required("key").asString(),
                    content.path("dataset").asString(null),
                    Instant.parse(content.required("at").asString()),
                    Instant.parse(content.required("recordedAt").asString()),
                    content.required("body"));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }
}
