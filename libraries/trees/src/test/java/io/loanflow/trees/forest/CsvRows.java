package io.loanflow.trees.forest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.loanflow.trees.grow.TrainingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;

/**
 * A CSV file as columns: numbers as they are (an empty cell is the mean of its column), each category of a text column as a
 * column of 0 and 1. The labels stand in the order of their names.
 */
public record CsvRows(List<String> names, double[][] columns, List<String> labelNames, int[] labels) {

    /** The loan data without gender; skips the calling test if the environment does not name the file. */
    static CsvRows loans() throws IOException {
        String file = System.getenv("LOANFLOW_DATA");
        assumeTrue(file != null, "set LOANFLOW_DATA to the loan approval CSV to run this test");
        return read(Path.of(file), "loan_status", "person_gender");
    }

    /**
     * Reads a file.
     *
     * @param target the name of the label's column; a number, from 1 on, if the file has no header
     * @param left columns to leave out
     */
    public static CsvRows read(Path file, String target, String... left) throws IOException {
        String[][] lines = Files.readAllLines(file).stream()
                .map(line -> line.split(",", -1))
                .toArray(String[][]::new);
        boolean header = !target.matches("[0-9]+");
        String[] titles = header
                ? lines[0]
                : IntStream.rangeClosed(1, lines[0].length)
                        .mapToObj(Integer::toString)
                        .toArray(String[]::new);
        String[][] cells = header ? Arrays.copyOfRange(lines, 1, lines.length) : lines;
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < titles.length; i++) {
            if (!titles[i].equals(target) && !List.of(left).contains(titles[i])) {
                addColumns(titles[i], column(cells, i), names, columns);
            }
        }
        String[] outcomes = column(cells, List.of(titles).indexOf(target));
        List<String> labelNames = List.copyOf(new TreeSet<>(List.of(outcomes)));
        int[] labels = Stream.of(outcomes).mapToInt(labelNames::indexOf).toArray();
        return new CsvRows(names, columns.toArray(double[][]::new), labelNames, labels);
    }

    private static String[] column(String[][] cells, int index) {
        return Stream.of(cells).map(row -> row[index]).toArray(String[]::new);
    }

    private static void addColumns(String name, String[] cells, List<String> names, List<double[]> columns) {
        if (Stream.of(cells).allMatch(cell -> cell.matches("-?[0-9.]+(e-?[0-9]+)?|"))) {
            names.add(name);
            columns.add(numbers(cells));
            return;
        }
        for (String category : new TreeSet<>(List.of(cells))) {
            names.add(name + "=" + category);
            columns.add(Stream.of(cells)
                    .mapToDouble(cell -> cell.equals(category) ? 1 : 0)
                    .toArray());
        }
    }

    private static double[] numbers(String[] cells) {
        double mean = Stream.of(cells)
                .filter(cell -> !cell.isEmpty())
                .mapToDouble(Double::parseDouble)
                .average()
                .orElse(0);
        return Stream.of(cells)
                .mapToDouble(cell -> cell.isEmpty() ? mean : Double.parseDouble(cell))
                .toArray();
    }

    public int size() {
        return labels.length;
    }

    double[] row(int row) {
        return IntStream.range(0, columns.length)
                .mapToDouble(column -> columns[column][row])
                .toArray();
    }

    /** Every fifth row for the test, the others for training. */
    public CsvRows part(boolean test) {
        return picked(
                IntStream.range(0, size()).filter(row -> (row % 5 == 0) == test).toArray());
    }

    /** The rows with the given numbers, in their order. */
    public CsvRows picked(int[] rows) {
        double[][] part = new double[columns.length][];
        for (int column = 0; column < part.length; column++) {
            double[] values = columns[column];
            part[column] = IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
        }
        return new CsvRows(
                names,
                part,
                labelNames,
                IntStream.of(rows).map(row -> labels[row]).toArray());
    }

    public TrainingTable table() {
        return TrainingTable.of(names, columns, labelNames, labels);
    }

    MutableDataset<Label> dataset() {
        MutableDataset<Label> data = Forests.dataset();
        for (int row = 0; row < size(); row++) {
            data.add(Forests.example(labelNames.get(labels[row]), names, row(row)));
        }
        return data;
    }
}
