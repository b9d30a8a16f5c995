package io.loanflow.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Shares of the same cells beside each other as bars. */
public final class Bars {

    private static final PageTemplate TEMPLATE = PageTemplate.of(Bars.class, "bars.mustache");

    /** What they are drawn in; the page stretches it. */
    private static final double WIDTH = 400;

    private static final double HEIGHT = 60;
    private static final int MOST_NAMES = 7;
    private static final double NEVER_INVISIBLE = 1;

    private Bars() {}

    /**
     * @param title in words, for who points at it
     * @param style of the bar
     */
    private record Bar(String title, String style, String x, String width, String y, String height) {}

    /**
     * One sample.
     *
     * @param summary what the drawing shows, in words
     * @param counts of each cell
     */
    public static Markup of(String summary, List<String> cells, List<Long> counts) {
        double most = most(counts);
        List<Bar> bars = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            String title =
                    cells.get(cell) + ": " + Texts.count(counts.get(cell)) + ", " + Texts.percent(share(counts, cell));
            bars.add(bar(title, "alone", cell, cells.size(), share(counts, cell) / most));
        }
        return draw(summary, cells, bars);
    }

    /**
     * A sample over another one.
     *
     * @param summary what the drawing shows, in words
     * @param before counts of each cell that the others are compared with
     * @param now counts of each cell
     */
    public static Markup of(String summary, List<String> cells, List<Long> before, List<Long> now) {
        double most = Math.max(most(before), most(now));
        List<Bar> bars = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            String title = cells.get(cell) + ": learned from " + Texts.percent(share(before, cell)) + ", now "
                    + Texts.percent(share(now, cell));
            bars.add(bar(title, "before", cell, cells.size(), share(before, cell) / most));
            bars.add(bar(title, "now", cell, cells.size(), share(now, cell) / most));
        }
        return draw(summary, cells, bars);
    }

    /** Of a cell among all; 0 where there is none. */
    public static double share(List<Long> counts, int cell) {
        long all = counts.stream().mapToLong(Long::longValue).sum();
        return all == 0 ? 0 : counts.get(cell) / (double) all;
    }

    private static double most(List<Long> counts) {
        return IntStream.range(0, counts.size())
                .mapToDouble(cell -> share(counts, cell))
                .reduce(1e-9, Math::max);
    }

    private static Bar bar(String title, String style, int cell, int cells, double part) {
        double gap = cells > 30 ? 0 : 0.1 * WIDTH / cells;
        double height = part == 0 ? 0 : Math.max(HEIGHT * part, NEVER_INVISIBLE);
        return new Bar(
                title,
                style,
                number(WIDTH * cell / cells + gap / 2),
                number(WIDTH / cells - gap),
                number(HEIGHT - height),
                number(height));
    }

    private static Markup draw(String summary, List<String> cells, List<Bar> bars) {
        return TEMPLATE.fill(Map.of("summary", summary, "names", names(cells), "bars", bars));
    }

    /** That stand below the bars: of many only the outermost. */
    private static List<String> names(List<String> cells) {
        return cells.size() <= MOST_NAMES ? cells : List.of(cells.get(0), cells.get(cells.size() - 1));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
