package io.loanflow.monitoring.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts columns of decisions, several by one scan: what a statement and a pass over the table cost is more than what a further column does. Of few
 * decisions the cells of each are read, by one statement; many are grouped by the cells of a few columns together, of which each column's counts
 * are sums.
 */
@Component
public class CellScan {

    /** So many decisions are read faster one by one than counted by a statement for every few columns. */
    static final int FEW = 30_000;

    /** Two numbers of 64 bins: with more groups the server takes longer for them than for another scan. */
    private static final long MOST_GROUPS = 5000;

    private static final String ONE_BY_ONE = "1";
    private static final String TOGETHER = "COUNT(*)";

    private final JdbcClient database;

    CellScan(JdbcClient database) {
        this.database = database;
    }

    /**
     * Decisions in each cell of each column, in the order of the columns; empty text where a column has no value.
     *
     * @param decisions how many there are, about: the counts are the same, however many are said
     */
    public List<Map<String, Long>> counts(DecisionSpan span, List<CountedColumn> columns, long decisions) {
        List<Map<String, Long>> counts = new ArrayList<>();
        if (decisions <= FEW) {
            counts.addAll(scanned(span, columns, ONE_BY_ONE, ""));
            return counts;
        }
        List<CountedColumn> together = new ArrayList<>();
        long groups = 1;
        for (CountedColumn column : columns) {
            if (groups * column.cells() > MOST_GROUPS) {
                counts.addAll(grouped(span, together));
                together.clear();
                groups = 1;
            }
            together.add(column);
            groups *= column.cells();
        }
        counts.addAll(grouped(span, together));
        return counts;
    }

    private List<Map<String, Long>> grouped(DecisionSpan span, List<CountedColumn> columns) {
        String cells =
                IntStream.range(0, columns.size()).mapToObj(CellScan::name).collect(Collectors.joining(", "));
        return columns.isEmpty() ? List.of() : scanned(span, columns, TOGETHER, " GROUP BY " + cells);
    }

    private List<Map<String, Long>> scanned(
            DecisionSpan span, List<CountedColumn> columns, String decisions, String grouping) {
        String cells = IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).expression() + " AS " + name(i))
                .collect(Collectors.joining(", "));
        List<Map<String, Long>> counts = columns.stream()
                .<Map<String, Long>>map(column -> new HashMap<>())
                .toList();
        DecisionScan.query(database, span, "SELECT " + decisions + ", " + cells, grouping)
                .query(row -> {
                    long found = row.getLong(1);
                    for (int i = 0; i < counts.size(); i++) {
                        String cell = Objects.requireNonNullElse(row.getString(i + 2), "");
                        counts.get(i).merge(cell, found, Long::sum);
                    }
                });
        return counts;
    }

    private static String name(int column) {
        return "cell_" + column;
    }
}
