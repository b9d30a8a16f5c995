package io.loanflow.serving.protocol;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.loanflow.serving.prediction.BatchTooLongException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A table as pandas writes it: comma, first line names the columns, UTF-8, nothing where a value is missing. */
final class CsvRequest {

    private CsvRequest() {}

    /** @throws io.loanflow.serving.prediction.InvalidRequestException if it is no such table */
    static byte[] rows(byte[] body, RowsBody rows, int mostRows) {
        List<List<String>> lines = lines(text(body), mostRows);
        if (lines.isEmpty()) {
            throw RowsBody.invalid("", "is empty; the first line must name the columns");
        }
        List<String> names = lines.get(0);
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).size() != names.size()) {
                throw RowsBody.invalid(
                        "",
                        "row " + (line - 1) + " has " + lines.get(line).size() + " values for " + names.size()
                                + " columns");
            }
        }
        return rows.write(lines.size() - 1, (row, json) -> {
            List<String> values = lines.get(row + 1);
            json.writeStartObject();
            for (int i = 0; i < names.size(); i++) {
                RowsBody.property(names.get(i), rows.cells().ofText(names.get(i), values.get(i)), json);
            }
            json.writeEndObject();
        });
    }

    /** Without the mark that some programs begin a table with. */
    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw RowsBody.invalid("", "is not in UTF-8");
        }
    }

    private static List<List<String>> lines(String body, int mostRows) {
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(body)) {
            for (CsvRecord line : reader) {
                if (lines.size() > mostRows) {
                    throw new BatchTooLongException(mostRows);
                }
                lines.add(line.getFields());
            }
            return lines;
        } catch (CsvParseException | java.io.UncheckedIOException e) {
            throw RowsBody.invalid("", "cannot be read as CSV");
        } catch (java.io.IOException e) {
            throw RowsBody.invalid("", "cannot be read as CSV");
        }
    }
}
