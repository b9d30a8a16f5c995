package io.loanflow.serving.protocol;

import io.loanflow.serving.prediction.JsonBody;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as Python writes it: with NaN for a value that is missing. */
final class ProtocolJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();

    private ProtocolJson() {}

    /** @throws io.loanflow.serving.prediction.InvalidRequestException if it is another value than an object */
    static JsonNode object(byte[] body) {
        JsonNode value = JsonBody.read(FACTORY, body, parser -> MAPPER.readTree(parser));
        if (!value.isObject()) {
            throw RowsBody.invalid("", "must be a JSON object");
        }
        return value;
    }
}
