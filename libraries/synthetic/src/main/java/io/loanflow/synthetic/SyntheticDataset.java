package io.loanflow.synthetic;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;

/** Writes made-up rows of a data set as a CSV file. The same model and sample give the same bytes on any Java. */
public final class SyntheticDataset {

    private SyntheticDataset() {}

    /**
     * Writes the whole file or nothing.
     *
     * @param model the statistics to draw from, {@code data/<name>/synthetic.yaml}
     * @param csv is replaced; its folder must exist
     * @throws DatasetDefinitionException if the model is wrong or makes values that the definition does not allow
     */
    public static void write(DatasetDefinition definition, Path model, Sample sample, Path csv) {
        RowGenerator generator = new RowGenerator(definition, SyntheticModelReader.read(model, definition));
        try {
            // A name of its own: somebody else may be writing the same rows.
            Path unfinished =
                    Files.createTempFile(csv.toAbsolutePath().getParent(), csv.getFileName() + ".", ".unfinished");
            try {
                writeRows(generator, definition.columns(), sample, unfinished);
                Files.move(unfinished, csv, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write synthetic rows to " + csv, e);
        }
    }

    private static void writeRows(RowGenerator generator, List<Column> columns, Sample sample, Path file)
            throws IOException {
        Random random = new Random(sample.seed());
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord(columns.stream().map(Column::name).toList());
            for (int i = 0; i < sample.rows(); i++) {
                SyntheticRow row = generator.next(random);
                csv.writeRecord(
                        columns.stream().map(column -> row.text(column.name())).toList());
            }
        }
    }

    /** How many rows, and which of all that could be drawn. */
    public record Sample(int rows, long seed) {}
}
