package io.loanflow.monitoring.judgement;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OrdinalEncoding;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.BoostingFamily;
import io.loanflow.model.family.Growth;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.model.family.Parameters;
import io.loanflow.model.reference.CategoryCounts;
import io.loanflow.model.reference.ColumnCounts;
import io.loanflow.model.reference.NumberCounts;
import io.loanflow.model.reference.ReferenceDistribution;
import io.loanflow.model.reference.ReferenceDistributionMaker;
import io.loanflow.model.reference.ReferenceRows;
import io.loanflow.model.row.FeatureColumns;
import io.loanflow.monitoring.alarm.WatchedColumn;
import io.loanflow.trees.score.TreeScorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two thirds of the published loan rows, scored by boosted trees that learned from the other third, and counted in the cells of the reference that
 * training would write; also changed in one of five ways.
 */
final class ScoredRows {

    static final List<String> SHIFTS = List.of("mean", "scale", "category mix", "one group only", "missing");

    private static final DatasetDefinition DEFINITION = new DatasetCatalog(Path.of("../data")).definition("loan");
    private static final List<Column> COLUMNS = DEFINITION.features();

    private final List<NamedCsvRecord> rows;
    private final FeatureEncoder encoder;
    private final TreeScorer scorer;
    private final double threshold;
    private final ReferenceDistribution reference;

    ScoredRows(Path file) throws IOException {
        List<NamedCsvRecord> all = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(all::add);
        }
        Collections.shuffle(all, new Random(3));
        List<NamedCsvRecord> learned = all.subList(0, all.size() / 3);
        rows = all.subList(all.size() / 3, all.size());
        encoder = new FeatureEncoder(
                COLUMNS.stream().map(column -> encoding(column, learned)).toList());
        scorer = scorer(learned);
        double[][] columns = encoded(rows, "");
        double[] scores = scorer.scoreColumns(columns, rows.size());
        // As many are decided positive as are.
        threshold = Arrays.stream(scores).sorted().toArray()[(int) (rows.size() * 0.78)];
        reference = ReferenceDistributionMaker.of(
                DEFINITION,
                new ReferenceRows(
                        new FeatureColumns(encoder, columns, rows.size()),
                        new ReferenceRows.HeldOut(scores, new double[rows.size()], new byte[rows.size()], Map.of())),
                score -> score >= threshold);
    }

    private static ColumnEncoding encoding(Column column, List<NamedCsvRecord> learned) {
        if (!column.type().isNumeric()) {
            return new OrdinalEncoding(column.name(), column.categories(), 0);
        }
        double[] sorted = learned.stream()
                .mapToDouble(row -> Double.parseDouble(row.getField(column.name())))
                .sorted()
                .toArray();
        return new NumericEncoding(column.name(), sorted[sorted.length / 2], 0, 1);
    }

    private TreeScorer scorer(List<NamedCsvRecord> learned) {
        int[] labels = learned.stream()
                .mapToInt(row -> row.getField(DEFINITION.target().name()).equals(DEFINITION.positiveLabel()) ? 1 : 0)
                .toArray();
        BoostingFamily family = new BoostingFamily();
        return family.fit(
                        new LabelledRows(
                                encoder.featureNames(),
                                encoded(learned, ""),
                                labels,
                                TargetLabels.of(DEFINITION),
                                Map.of()),
                        new Parameters(family, Map.of()),
                        new Growth(2, "benchmark", trees -> {}, bytes -> {}))
                .scorer();
    }

    private double[][] encoded(List<NamedCsvRecord> some, String shift) {
        double[][] columns = new double[COLUMNS.size()][some.size()];
        double[] numbers = new double[COLUMNS.size()];
        String[] categories = new String[COLUMNS.size()];
        double[] features = new double[COLUMNS.size()];
        for (int row = 0; row < some.size(); row++) {
            for (int i = 0; i < COLUMNS.size(); i++) {
                String text = text(COLUMNS.get(i), some.get(row), shift);
                numbers[i] =
                        COLUMNS.get(i).type().isNumeric() && !text.isEmpty() ? Double.parseDouble(text) : Double.NaN;
                categories[i] = text;
            }
            encoder.encode(numbers, categories, features);
            for (int i = 0; i < features.length; i++) {
                columns[i][row] = features[i];
            }
        }
        return columns;
    }

    /** Empty where it is missing. */
    private static String text(Column column, NamedCsvRecord row, String shift) {
        String text = row.getField(column.name());
        boolean chosen = new SplittableRandom(row.getStartingLineNumber()).nextDouble() < 0.05;
        return switch (column.name()) {
            // Mean 11.0, deviation 3.0.
            case "loan_int_rate" ->
                shift.equals("mean")
                        ? Double.toString(Double.parseDouble(text) + 0.6)
                        : shift.equals("scale") ? Double.toString(11 + (Double.parseDouble(text) - 11) * 1.25) : text;
            case "loan_intent" -> shift.equals("category mix") && chosen ? "VENTURE" : text;
            case "person_income" ->
                shift.equals("missing") && chosen
                        ? ""
                        : shift.equals("one group only")
                                        && row.getField("person_gender").equals("female")
                                ? Double.toString(Double.parseDouble(text) * 0.8)
                                : text;
            default -> text;
        };
    }

    /**
     * The cell of each row in each column, in the order of {@link WatchedColumns#all}.
     *
     * @param shift one of {@link #SHIFTS}; empty for none
     */
    int[][] cells(String shift) {
        double[] scores = scorer.scoreColumns(encoded(rows, shift), rows.size());
        int[][] found = new int[COLUMNS.size() + 2][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < COLUMNS.size(); i++) {
                found[i][row] = cell(reference.columns().get(i), text(COLUMNS.get(i), rows.get(row), shift));
            }
            found[COLUMNS.size()][row] = reference.score().bin(scores[row]);
            found[COLUMNS.size() + 1][row] = scores[row] >= threshold ? 1 : 0;
        }
        return found;
    }

    private static int cell(ColumnCounts column, String text) {
        if (column instanceof NumberCounts numbers) {
            return text.isEmpty() ? numbers.counts().size() : numbers.bin(Double.parseDouble(text));
        }
        CategoryCounts categories = (CategoryCounts) column;
        return categories.cells().getOrDefault(text, categories.categories().size());
    }

    /** Draws rows with their dependence, with replacement, and counts them. */
    List<long[]> sample(int[][] found, int size, SplittableRandom random) {
        List<long[]> counts = watched().stream()
                .map(column -> new long[column.reference().length])
                .toList();
        for (int draw = 0; draw < size; draw++) {
            int row = random.nextInt(rows.size());
            for (int i = 0; i < found.length; i++) {
                counts.get(i)[found[i][row]]++;
            }
        }
        return counts;
    }

    /** The columns against a reference of other rows of the same distribution: a training part, and a held-out part for score and label. */
    List<WatchedColumn> watched(List<long[]> training, List<long[]> heldOut) {
        List<WatchedColumn> watched = watched();
        return IntStream.range(0, watched.size())
                .mapToObj(i -> new WatchedColumn(
                        watched.get(i).name(),
                        watched.get(i).positions(),
                        i < COLUMNS.size() ? training.get(i) : heldOut.get(i)))
                .toList();
    }

    private List<WatchedColumn> watched() {
        return new WatchedColumns(DEFINITION, reference).all();
    }

    /** Writes the rows as CSV, with score and label, one file for each shift and one for none. */
    void write(Path directory) throws IOException {
        write(directory.resolve("none.csv"), "");
        for (String shift : SHIFTS) {
            write(directory.resolve(shift.replace(' ', '-') + ".csv"), shift);
        }
    }

    private void write(Path file, String shift) throws IOException {
        double[] scores = scorer.scoreColumns(encoded(rows, shift), rows.size());
        try (var lines = Files.newBufferedWriter(file)) {
            lines.write(COLUMNS.stream().map(Column::name).collect(Collectors.joining(",")) + ",score,label\n");
            for (int row = 0; row < rows.size(); row++) {
                NamedCsvRecord record = rows.get(row);
                lines.write(COLUMNS.stream()
                        .map(column -> text(column, record, shift))
                        .collect(Collectors.joining(
                                ",", "", "," + scores[row] + "," + (scores[row] >= threshold ? 1 : 0) + "\n")));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
