package io.loanflow.worker.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a workflow's input, where, and what is allowed instead. */
final class InputProblem {

    private static final String EXAMPLE = "such as {\"dataset\": \"loan\"}";

    private InputProblem() {}

    static String of(JsonProcessingException problem) {
        if (problem instanceof UnrecognizedPropertyException unknown) {
            return "The input has a property " + path(unknown) + ", which does not exist. "
                    + (unknown.getPath().size() == 1 ? "There are " : "Beside it there are ")
                    + names(unknown.getKnownPropertyIds()) + ".";
        }
        if (problem instanceof MismatchedInputException mismatch) {
            return mismatch.getPath().isEmpty() ? "The input must be an object " + EXAMPLE + "." : mismatch(mismatch);
        }
        if (problem instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return "The input's property " + path(mapping) + " is refused: " + mapping.getOriginalMessage();
        }
        return "The input is not JSON " + EXAMPLE + ": " + problem.getOriginalMessage();
    }

    private static String mismatch(MismatchedInputException problem) {
        return "The input's property " + path(problem) + " must be " + kind(problem.getTargetType())
                + ". Leave it out for its default.";
    }

    private static String path(JsonMappingException problem) {
        return problem.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String names(@Nullable Collection<Object> known) {
        return known == null
                ? "none"
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return "a whole number";
        }
        if (type == Double.class || type == double.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }
}
