package io.loanflow.serving.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.decision.RefusalReason;
import io.loanflow.model.row.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table with commas, whose first line names the columns, in UTF-8; nothing stands where a value is missing. */
final class CsvFile implements AnsweredFile {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][+-]?\\d{1,3})?");

    /** Characters of a line, and about those of a block: cells that the model does not take may be of any length. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final int LONGEST_BLOCK = 1 << 22;
    private static final String NO_UTF_8 = "the file is not in UTF-8";

    /** What a cell takes besides its characters, in such. */
    private static final int CELL = 24;

    private final FeatureCells cells;
    private final List<AnswerColumn> answered;
    private final CloseableIterator<CsvRecord> records;
    private final CsvWriter writer;
    private final List<List<String>> lines = new ArrayList<>();
    private List<String> header = List.of();
    private int[] places = {};

    CsvFile(DatasetDefinition definition, List<AnswerColumn> answered, InputStream input, OutputStream output)
            throws IOException {
        this.cells = new FeatureCells(definition);
        this.answered = answered;
        this.records = CsvReader.builder()
                .maxBufferSize(LONGEST_LINE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text(input))
                .iterator();
        this.writer = CsvWriter.builder().build(output);
    }

    /** Without the mark that some programs begin a file with. */
    private static Reader text(InputStream input) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8.newDecoder()));
        text.mark(1);
        try {
            if (text.read() != '\uFEFF') {
                text.reset();
            }
        } catch (CharacterCodingException e) {
            throw new FileUnreadableException(NO_UTF_8, e);
        }
        return text;
    }

    @Override
    public Optional<Block> next(int mostRows) throws IOException {
        if (header.isEmpty()) {
            begin();
        }
        lines.clear();
        read(mostRows);
        return lines.isEmpty() ? Optional.empty() : Optional.of(block());
    }

    private void begin() throws IOException {
        read(1);
        if (lines.isEmpty()) {
            throw new FileUnreadableException("the file is empty; its first line must name the columns");
        }
        header = lines.get(0);
        places = cells.places(header, answered);
        List<String> names = new ArrayList<>(header);
        answered.forEach(column -> names.add(column.label()));
        writer.writeRecord(names);
    }

    private void read(int most) throws IOException {
        try {
            int size = 0;
            while (lines.size() < most && size < LONGEST_BLOCK && records.hasNext()) {
                List<String> line = records.next().getFields();
                lines.add(line);
                size += line.stream().mapToInt(cell -> cell.length() + CELL).sum();
            }
        } catch (CsvParseException e) {
            throw new FileUnreadableException("the file cannot be read as CSV", e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new FileUnreadableException(NO_UTF_8, e);
            }
            throw e.getCause();
        }
    }

    private Block block() {
        FeatureCells.Draft draft = cells.new Draft(lines.size());
        for (int row = 0; row < lines.size(); row++) {
            List<String> line = lines.get(row);
            if (line.size() != header.size()) {
                draft.refuse(
                        row,
                        Refusal.of(RefusalReason.NO_ROW),
                        "the line has " + line.size() + " cells and the header " + header.size());
                continue;
            }
            for (int feature = 0; feature < places.length; feature++) {
                cell(draft, row, feature, places[feature] < 0 ? "" : line.get(places[feature]));
            }
        }
        return draft.block();
    }

    private void cell(FeatureCells.Draft draft, int row, int feature, String text) {
        boolean numeric = cells.features().get(feature).type().isNumeric();
        if (text.isEmpty() && !cells.features().get(feature).allows("")) {
            draft.missing(row, feature);
        } else if (!numeric) {
            draft.category(row, feature, text);
        } else if (NUMBER.matcher(text).matches()) {
            draft.number(row, feature, Double.parseDouble(text));
        } else {
            draft.notAllowed(row, cells.features().get(feature));
        }
    }

    @Override
    public void answer(BlockAnswers answers) {
        for (int row = 0; row < lines.size(); row++) {
            // A line that is too long or too short keeps the answers in their columns.
            String[] record = Arrays.copyOf(lines.get(row).toArray(String[]::new), header.size() + answered.size());
            for (int i = 0; i < answered.size(); i++) {
                record[header.size() + i] = text(answers, answered.get(i), row);
            }
            writer.writeRecord(record);
        }
    }

    private static String text(BlockAnswers answers, AnswerColumn column, int row) {
        if (column == AnswerColumn.PROBABILITY) {
            double probability = answers.probabilities()[row];
            return Double.isNaN(probability) ? "" : Double.toString(probability);
        }
        String[] texts = answers.texts().get(column);
        return texts == null || texts[row] == null ? "" : texts[row];
    }

    @Override
    public void end() throws IOException {
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
