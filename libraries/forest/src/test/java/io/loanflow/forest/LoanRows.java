package io.loanflow.forest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.loanflow.forest.grow.TrainingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;

/** The loan data as columns: numbers as they are, each category of a text column as a column of 0 and 1, no gender. */
record LoanRows(List<String> names, double[][] columns, String[] labels) {

    static LoanRows read() throws IOException {
        String file = System.getenv("LOANFLOW_DATA");
        assumeTrue(file != null, "set LOANFLOW_DATA to the loan approval CSV to run this test");
        List<String> lines = Files.readAllLines(Path.of(file));
        String[] header = lines.get(0).split(",");
        String[][] cells = lines.stream().skip(1).map(line -> line.split(",")).toArray(String[][]::new);
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < header.length - 1; i++) {
            if (!header[i].equals("person_gender")) {
                addColumns(header[i], column(cells, i), names, columns);
            }
        }
        return new LoanRows(names, columns.toArray(double[][]::new), column(cells, header.length - 1));
    }

    private static String[] column(String[][] cells, int index) {
        return IntStream.range(0, cells.length)
                .mapToObj(row -> cells[row][index])
                .toArray(String[]::new);
    }

    private static void addColumns(String name, String[] cells, List<String> names, List<double[]> columns) {
        if (cells[0].matches("[0-9.]+")) {
            names.add(name);
            columns.add(List.of(cells).stream().mapToDouble(Double::parseDouble).toArray());
            return;
        }
        for (String category : new TreeSet<>(List.of(cells))) {
            names.add(name + "=" + category);
            columns.add(List.of(cells).stream()
                    .mapToDouble(cell -> cell.equals(category) ? 1 : 0)
                    .toArray());
        }
    }

    int size() {
        return labels.length;
    }

    double[] row(int row) {
        return IntStream.range(0, columns.length)
                .mapToDouble(column -> columns[column][row])
                .toArray();
    }

    /** Every fifth row for the test, the others for training. */
    LoanRows part(boolean test) {
        int[] rows =
                IntStream.range(0, size()).filter(row -> (row % 5 == 0) == test).toArray();
        double[][] part = new double[columns.length][];
        for (int column = 0; column < part.length; column++) {
            double[] values = columns[column];
            part[column] = IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
        }
        return new LoanRows(
                names, part, IntStream.of(rows).mapToObj(row -> labels[row]).toArray(String[]::new));
    }

    TrainingTable table() {
        int[] positions = Stream.of(labels).mapToInt(List.of("0", "1")::indexOf).toArray();
        return TrainingTable.of(names, columns, List.of("0", "1"), positions);
    }

    MutableDataset<Label> dataset() {
        MutableDataset<Label> data = Forests.dataset();
        for (int row = 0; row < size(); row++) {
            data.add(Forests.example(labels[row], names, row(row)));
        }
        return data;
    }
}
