package io.loanflow.contracts.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The value of a named parameter: in JSON a number or a text, and {@code 0.5} the same as {@code "0.5"}.
 *
 * @param text as written
 */
public record ParameterValue(String text) {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d*)\\.\\d+");

    /** @throws IllegalArgumentException if it is neither a number nor a text */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ParameterValue of(Object value) {
        if (value instanceof Number || value instanceof String) {
            return new ParameterValue(value.toString());
        }
        throw new IllegalArgumentException("a parameter's value must be a number or a text");
    }

    /** What JSON shows. */
    @JsonValue
    public Object json() {
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        return DECIMAL.matcher(text).matches()
                        && Double.toString(Double.parseDouble(text)).equals(text)
                ? Double.valueOf(text)
                : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
