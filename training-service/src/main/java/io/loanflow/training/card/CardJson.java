package io.loanflow.training.card;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A card for programs; names are written as in {@code evaluation.json}. */
final class CardJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private CardJson() {}

    static byte[] write(ModelCard card) {
        return MAPPER.writeValueAsBytes(card);
    }
}
