package io.loanflow.localstack.prediction;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.loanflow.localstack.rest.ServiceAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Has rows scored that nobody applies with, as a file: they are no decisions, and what watches decisions does not see them. */
public final class TriedRows {

    private final FileClient files;

    /** @param service the serving service */
    public TriedRows(ServiceAddress service, String dataset) {
        files = new FileClient(service, dataset);
    }

    /**
     * The probability of the positive label for each, null where the row is refused.
     *
     * @throws PredictionException where the service does not answer
     */
    List<@Nullable Double> probabilities(List<JsonNode> rows) {
        try {
            Path directory = Files.createTempDirectory("loanflow-rows");
            Path asked = directory.resolve("rows.csv");
            Path answered = directory.resolve("answers.csv");
            try {
                write(rows, asked);
                files.score(asked, answered, "");
                return read(answered);
            } finally {
                Files.deleteIfExists(asked);
                Files.deleteIfExists(answered);
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            throw new PredictionException("The temporary folder cannot be written: " + e.getMessage(), e);
        }
    }

    private static void write(List<JsonNode> rows, Path file) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.propertyNames()));
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
            writer.writeRecord(names);
            for (JsonNode row : rows) {
                writer.writeRecord(
                        names.stream().map(name -> row.path(name).asString("")).toList());
            }
        }
    }

    private static List<@Nullable Double> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> answers = CsvReader.builder().ofNamedCsvRecord(file)) {
            return answers.stream().map(TriedRows::probability).toList();
        }
    }

    private static @Nullable Double probability(NamedCsvRecord answer) {
        String probability = answer.getField("probability");
        return probability.isEmpty() ? null : Double.valueOf(probability);
    }
}
