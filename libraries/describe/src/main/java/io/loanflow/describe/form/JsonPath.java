package io.loanflow.describe.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Where the list of rows stands in a JSON file. */
final class JsonPath {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonPath() {}

    /**
     * Names with points between; null where the file is the list, or one object after another.
     *
     * @param start of the file, which may end anywhere
     */
    static @Nullable String of(String start) {
        Deque<String> names = new ArrayDeque<>();
        String found = null;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), start)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            int depth = 1;
            String name = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 0) {
                    // A second object: they are rows themselves.
                    return null;
                }
                switch (token) {
                    case PROPERTY_NAME -> name = parser.currentName();
                    case START_OBJECT -> {
                        names.addLast(name);
                        depth++;
                    }
                    case END_OBJECT -> {
                        names.pollLast();
                        depth--;
                    }
                    case START_ARRAY -> {
                        if (parser.nextToken() == JsonToken.START_OBJECT && found == null) {
                            found = path(names.iterator(), name);
                        }
                        skipRest(parser);
                    }
                    default -> {}
                }
            }
        } catch (JacksonException e) {
            // The beginning ends within a value.
            return found;
        }
        return found;
    }

    private static void skipRest(JsonParser parser) {
        for (JsonToken token = parser.currentToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            parser.skipChildren();
        }
    }

    private static String path(Iterator<String> names, String last) {
        StringBuilder path = new StringBuilder();
        names.forEachRemaining(name -> path.append(name).append('.'));
        return path.append(last).toString();
    }
}
