package io.loanflow.monitoring.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.monitoring.alarm.WatchedColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The published loan rows, each column in the cells that a reference would have; also changed in one of five ways. */
final class Rows {

    static final List<String> SHIFTS = List.of("mean", "scale", "category mix", "one group only", "missing");

    private static final DatasetDefinition DEFINITION = new DatasetCatalog(Path.of("../data")).definition("loan");
    private static final int BINS = 64;

    private final List<NamedCsvRecord> rows = new ArrayList<>();
    private final List<Column> columns = DEFINITION.features();
    private final double[][] edges = new double[columns.size()][];
    private final int[] cells = new int[columns.size()];

    Rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(rows::add);
        }
        for (int i = 0; i < columns.size(); i++) {
            edges[i] = columns.get(i).type().isNumeric() ? edges(columns.get(i)) : new double[0];
            cells[i] = columns.get(i).type().isNumeric()
                    ? edges[i].length + 2
                    : columns.get(i).categories().size() + 1;
        }
    }

    int size() {
        return rows.size();
    }

    private double[] edges(Column column) {
        double[] sorted = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.getField(column.name())))
                .sorted()
                .toArray();
        double[] edges = new double[BINS - 1];
        Arrays.setAll(edges, i -> sorted[(int) ((i + 1L) * (sorted.length - 1) / BINS)]);
        return Arrays.stream(edges)
                .distinct()
                .filter(edge -> edge < sorted[sorted.length - 1])
                .toArray();
    }

    /**
     * The cell of each row in each column.
     *
     * @param shift one of {@link #SHIFTS}; empty for none
     */
    int[][] cells(String shift) {
        SplittableRandom random = new SplittableRandom(11);
        int[][] found = new int[columns.size()][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            boolean chosen = random.nextDouble() < 0.05;
            for (int i = 0; i < columns.size(); i++) {
                found[i][row] = cell(i, rows.get(row), shift, chosen);
            }
        }
        return found;
    }

    private int cell(int index, NamedCsvRecord row, String shift, boolean chosen) {
        Column column = columns.get(index);
        String text = row.getField(column.name());
        if (!column.type().isNumeric()) {
            boolean moved = shift.equals("category mix") && column.name().equals("loan_intent") && chosen;
            return Math.max(0, column.categories().indexOf(moved ? "VENTURE" : text));
        }
        double value = Double.parseDouble(text);
        if (column.name().equals("loan_int_rate")) {
            // Mean 11.0, deviation 3.0.
            value = shift.equals("mean") ? value + 0.6 : shift.equals("scale") ? 11 + (value - 11) * 1.25 : value;
        }
        if (column.name().equals("person_income") && shift.equals("one group only")) {
            value *= row.getField("person_gender").equals("female") ? 0.8 : 1;
        }
        boolean missing = shift.equals("missing") && column.name().equals("person_income") && chosen;
        return missing ? edges[index].length + 1 : bin(edges[index], value);
    }

    private static int bin(double[] edges, double value) {
        int bin = Arrays.binarySearch(edges, value);
        return bin >= 0 ? bin : -bin - 1;
    }

    /** Draws rows with their dependence, with replacement. */
    List<long[]> sample(int[][] found, int size, SplittableRandom random) {
        List<long[]> counts = new ArrayList<>();
        for (int count : cells) {
            counts.add(new long[count]);
        }
        for (int draw = 0; draw < size; draw++) {
            int row = random.nextInt(rows.size());
            for (int i = 0; i < found.length; i++) {
                counts.get(i)[found[i][row]]++;
            }
        }
        return counts;
    }

    List<WatchedColumn> watched(List<long[]> reference) {
        List<WatchedColumn> watched = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            double[] positions = new double[columns.get(i).type().isNumeric() ? cells[i] : 0];
            Arrays.setAll(positions, cell -> cell);
            watched.add(new WatchedColumn(columns.get(i).name(), positions, reference.get(i)));
        }
        return watched;
    }
}
