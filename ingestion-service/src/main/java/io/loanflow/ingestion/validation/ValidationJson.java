package io.loanflow.ingestion.validation;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The result as JSON, with Great Expectations' names. */
public final class ValidationJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private ValidationJson() {}

    public static String write(ValidationResult result) {
        return MAPPER.writeValueAsString(result);
    }

    /** @throws tools.jackson.core.JacksonException if the text is not a validation result */
    public static ValidationResult read(String json) {
        return MAPPER.readValue(json, ValidationResult.class);
    }
}
