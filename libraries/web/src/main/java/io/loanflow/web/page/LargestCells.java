package io.loanflow.web.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cells that can be drawn: of very many the largest, in their order, and what is left together.
 *
 * @param samples counts of each cell
 */
record LargestCells(List<String> cells, List<List<Long>> samples) {

    /** More bars than these cannot be told apart. */
    private static final int MOST = 200;

    static LargestCells of(List<String> cells, List<List<Long>> samples) {
        if (cells.size() <= MOST) {
            return new LargestCells(cells, samples);
        }
        BitSet largest = largest(cells.size(), samples);
        List<String> names =
                new ArrayList<>(largest.stream().mapToObj(cells::get).toList());
        names.add(Texts.count(cells.size() - (long) largest.cardinality()) + " more");
        return new LargestCells(
                names, samples.stream().map(counts -> kept(counts, largest)).toList());
    }

    private static BitSet largest(int cells, List<List<Long>> samples) {
        long[] sizes = new long[cells];
        samples.forEach(counts -> IntStream.range(0, cells).forEach(cell -> sizes[cell] += counts.get(cell)));
        BitSet largest = new BitSet(cells);
        IntStream.range(0, cells)
                .boxed()
                .sorted(Comparator.comparing((Integer cell) -> sizes[cell]).reversed())
                .limit(MOST - 1)
                .forEach(largest::set);
        return largest;
    }

    private static List<Long> kept(List<Long> counts, BitSet largest) {
        List<Long> kept = new ArrayList<>(largest.stream().mapToObj(counts::get).toList());
        long left = counts.stream().mapToLong(Long::longValue).sum()
                - kept.stream().mapToLong(Long::longValue).sum();
        kept.add(left);
        return kept;
    }
}
