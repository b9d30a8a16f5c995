package io.loanflow.contracts.feature;

import tools.jackson.databind.json.JsonMapper;

/** The encoder as the JSON text that travels in a manifest and in a model's folder. */
public final class FeatureEncoderJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FeatureEncoderJson() {}

    public static String write(FeatureEncoder encoder) {
        return MAPPER.writeValueAsString(encoder);
    }

    /** @throws tools.jackson.core.JacksonException if the text is not an encoder */
    public static FeatureEncoder read(String json) {
        return MAPPER.readValue(json, FeatureEncoder.class);
    }
}
