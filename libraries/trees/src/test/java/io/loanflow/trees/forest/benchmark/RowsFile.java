package io.loanflow.trees.forest.benchmark;

import io.loanflow.trees.fixture.CsvRows;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows as both languages read them: features and rows as big-endian integers, then each column and the labels as doubles. */
public final class RowsFile {

    private RowsFile() {}

    public static void write(CsvRows rows, Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            out.writeInt(rows.columns().length);
            out.writeInt(rows.size());
            for (double[] column : rows.columns()) {
                for (double value : column) {
                    out.writeDouble(value);
                }
            }
            for (int label : rows.labels()) {
                out.writeDouble(label);
            }
        }
    }

    public static CsvRows read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            double[][] columns = new double[in.readInt()][];
            int rows = in.readInt();
            for (int column = 0; column < columns.length; column++) {
                columns[column] = column(in, rows);
            }
            int[] labels = Arrays.stream(column(in, rows))
                    .mapToInt(label -> (int) label)
                    .toArray();
            List<String> names = IntStream.range(0, columns.length)
                    .mapToObj(column -> "f" + (100 + column))
                    .toList();
            return new CsvRows(names, columns, List.of("0", "1"), labels);
        }
    }

    private static double[] column(DataInputStream in, int rows) throws IOException {
        double[] column = new double[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = in.readDouble();
        }
        return column;
    }
}
