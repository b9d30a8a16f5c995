package io.loanflow.worker.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Set;

/**
 * Temporal's JSON, but strict about what workflows are started with: an unknown property, a number in quotes or a fraction where a
 * whole number is meant is refused. All else is read as Temporal does, so that what other versions wrote stays readable.
 */
final class StrictInputConverter extends JacksonJsonPayloadConverter {

    private final Set<Class<?>> inputs;

    @SuppressWarnings("deprecation") // the builder that replaces it starts from an empty mapper, not from Temporal's
    private final ObjectMapper strict = newDefaultObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);

    StrictInputConverter(Set<Class<?>> inputs) {
        this.inputs = inputs;
    }

    /** @throws InputInvalidException if it is the input of a workflow and not as that takes it */
    @Override
    public <T> T fromData(Payload content, Class<T> valueClass, Type valueType) throws DataConverterException {
        if (!inputs.contains(valueClass)) {
            return super.fromData(content, valueClass, valueType);
        }
        try {
            return strict.readValue(content.getData().toByteArray(), valueClass);
        } catch (JsonProcessingException e) {
            throw new InputInvalidException(InputProblem.of(e), e);
        } catch (IOException e) {
            throw new DataConverterException(e);
        }
    }
}
