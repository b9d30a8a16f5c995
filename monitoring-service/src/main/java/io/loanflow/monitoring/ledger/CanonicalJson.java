package io.loanflow.monitoring.ledger;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One text for each JSON value, as RFC 8785 has it: properties sorted by their UTF-16 units, no white space, only what must be escaped is,
 * with lower-case digits. Of numbers there are whole ones only.
 */
final class CanonicalJson {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .build())
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private CanonicalJson() {}

    /** A half of a surrogate pair, which is no text, becomes a question mark. */
    static String text(JsonNode value) {
        refuseFractions(value);
        return new String(JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void refuseFractions(JsonNode value) {
        if (value.isFloatingPointNumber()) {
            throw new IllegalArgumentException("a number with a fraction has no place in the ledger: write it as text");
        }
        value.values().forEach(CanonicalJson::refuseFractions);
    }
}
