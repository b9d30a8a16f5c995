package io.loanflow.monitoring.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.loanflow.monitoring.outcome.OutcomeProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Outcomes as lines of CSV (RFC 4180), also as spreadsheets write it: with a byte order mark, or semicolons or tabs for commas. */
final class OutcomeCsv {

    private static final List<String> COLUMNS =
            List.of(OutcomeReader.DECISION, OutcomeReader.LABEL, OutcomeReader.OBSERVED);
    private static final String NO_CSV = "must be CSV whose first line names decisionId, label and observedAt";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private OutcomeCsv() {}

    /** Takes a line's fields. */
    interface Line {

        /** @param place such as {@code line 4} */
        void take(String place, String decision, String label, String observed);
    }

    /** @throws NoCsvException where the lines before the one it names were taken, or none */
    static void read(byte[] body, Charset charset, Line taker) {
        String text = decoded(body, charset);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> lines = csv.iterator();
            if (!lines.hasNext()) {
                throw new NoCsvException("body", "has no outcome");
            }
            List<Integer> order = order(lines.next());
            lines.forEachRemaining(line -> take(line, order, taker));
        } catch (CsvParseException e) {
            throw new NoCsvException("body", NO_CSV + "; a quote is open or in the wrong place");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(CsvRecord line, List<Integer> order, Line taker) {
        String place = "line " + line.getStartingLineNumber();
        if (line.getFieldCount() != order.size()) {
            throw new NoCsvException(
                    place, "has " + line.getFieldCount() + " fields, the first line has " + order.size());
        }
        taker.take(
                place,
                line.getField(order.indexOf(0)),
                line.getField(order.indexOf(1)),
                line.getField(order.indexOf(2)));
    }

    /** Which of the columns each field is. */
    private static List<Integer> order(CsvRecord header) {
        List<Integer> order = header.getFields().stream()
                .map(name -> COLUMNS.indexOf(name.strip()))
                .toList();
        for (int column = 0; column < COLUMNS.size(); column++) {
            if (Collections.frequency(order, column) != 1) {
                throw new NoCsvException("line " + header.getStartingLineNumber(), NO_CSV);
            }
        }
        if (order.size() != COLUMNS.size()) {
            throw new NoCsvException("line " + header.getStartingLineNumber(), NO_CSV + ", and nothing else");
        }
        return order;
    }

    /** The names have none of them. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.contains(",") ? ',' : header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    }

    private static String decoded(byte[] body, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new NoCsvException(
                    "body", "is not " + charset + "; name another with Content-Type: text/csv; charset=…");
        }
    }

    /** What was sent is no CSV of outcomes. */
    static final class NoCsvException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient OutcomeProblem problem;

        NoCsvException(String place, String detail) {
            super(detail);
            this.problem = new OutcomeProblem(place, detail);
        }

        OutcomeProblem problem() {
            return problem;
        }
    }
}
