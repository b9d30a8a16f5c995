package io.loanflow.serving.prediction;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Strict JSON (RFC 8259): one document, no NaN, no comments, nothing after it. */
public final class JsonBody {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private JsonBody() {}

    /** Gives the parser at the first token to the reader, which stops at the end of that value. */
    public static <T> T read(byte[] body, Function<JsonParser, T> reader) {
        return read(FACTORY, body, reader);
    }

    /** The same with another idea of what JSON is. */
    public static <T> T read(JsonFactory factory, byte[] body, Function<JsonParser, T> reader) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() == null) {
                throw new MalformedJsonException("the body is empty; send one JSON object");
            }
            T result = reader.apply(parser);
            if (parser.nextToken() != null) {
                throw malformed(parser.currentTokenLocation(), "something follows the JSON value");
            }
            return result;
        } catch (StreamConstraintsException e) {
            throw malformed(e.getLocation(), "the body nests too deeply, or has too long a number, text or name");
        } catch (JacksonException e) {
            throw malformed(e.getLocation(), "the body is not JSON");
        }
    }

    /** Jackson's own message quotes the body, which may hold an applicant's data. */
    private static MalformedJsonException malformed(@Nullable TokenStreamLocation location, String what) {
        return new MalformedJsonException(
                location == null
                        ? what
                        : what + ", at line " + location.getLineNr() + ", column " + location.getColumnNr());
    }
}
