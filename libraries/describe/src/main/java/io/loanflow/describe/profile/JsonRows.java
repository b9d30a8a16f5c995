package io.loanflow.describe.profile;

import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** The rows of a JSON file: objects, each property of which that holds no list or object is a column. */
final class JsonRows {

    private static final JsonFactory JSON = new JsonFactory();

    private final TableFormat format;
    private final String fileName;
    private final TableTally tally;
    private @Nullable String[] row = {};

    JsonRows(TableFormat format, String fileName, TableTally tally) {
        this.format = format;
        this.fileName = fileName;
        this.tally = tally;
    }

    void read(Reader text) throws IOException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = parser.nextToken();
            if (format.records() != null) {
                for (String name : format.records().split("\\.", -1)) {
                    token = find(name, token, parser);
                }
            }
            boolean inList = token == JsonToken.START_ARRAY;
            token = inList ? parser.nextToken() : token;
            for (; token == JsonToken.START_OBJECT; token = parser.nextToken()) {
                readRow(parser);
            }
            if (token != null && token != JsonToken.END_ARRAY) {
                throw new FileRejectedException(
                        fileName + ": holds something else than objects; each row is an object");
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new FileRejectedException(fileName + ":" + e.getLocation().getLineNr()
                    + ": is not JSON any more; the file is damaged or cut short");
        }
    }

    private JsonToken find(String name, @Nullable JsonToken at, JsonParser parser) {
        if (at == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = parser.currentName().equals(name);
                JsonToken value = parser.nextToken();
                if (found) {
                    return value;
                }
                parser.skipChildren();
            }
        }
        throw new FileRejectedException(
                fileName + ": has no list \"" + format.records() + "\", which the first file has");
    }

    private void readRow(JsonParser parser) {
        Arrays.fill(row, null);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                tally.structured(name);
                parser.skipChildren();
                continue;
            }
            int place = tally.place(name);
            if (place >= row.length) {
                row = Arrays.copyOf(row, place + 1);
            }
            row[place] = value == JsonToken.VALUE_NULL ? null : parser.getString();
        }
        tally.add(row);
    }
}
