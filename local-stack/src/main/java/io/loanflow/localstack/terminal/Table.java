package io.loanflow.localstack.terminal;

import java.util.ArrayList;
import java.util.List;

/** Lines with columns one below the other. */
public final class Table {

    private Table() {}

    /** The first line is the head; a cell's line breaks and other control characters become spaces. */
    public static List<String> lines(List<String> head, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(head);
        rows.forEach(row -> all.add(
                row.stream().map(cell -> cell.replaceAll("\\p{Cntrl}", " ")).toList()));
        int[] widths = new int[head.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append("  ")
                    .append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length()));
        }
        return line.toString().stripTrailing();
    }
}
