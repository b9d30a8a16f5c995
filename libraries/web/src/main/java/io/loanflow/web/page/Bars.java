package io.loanflow.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        LargestCells drawn = LargestCells.of(cells, List.of(counts));
        List<Long> alone = drawn.samples().get(0);
        double[] shares = shares(alone);
        double most = most(shares);
        List<Bar> bars = new ArrayList<>();
        for (int cell = 0; cell < shares.length; cell++) {
            String title =
                    drawn.cells().get(cell) + ": " + Texts.count(alone.get(cell)) + ", " + Texts.percent(shares[cell]);
            bars.add(bar(title, "alone", cell, shares.length, shares[cell] / most));
        }
        return draw(summary, drawn.cells(), bars);
    }

    /**
     * A sample over another one.
     *
     * @param summary what the drawing shows, in words
     * @param before counts of each cell that the others are compared with
     * @param now counts of each cell
     */
    public static Markup of(String summary, List<String> cells, List<Long> before, List<Long> now) {
        LargestCells drawn = LargestCells.of(cells, List.of(before, now));
        double[] earlier = shares(drawn.samples().get(0));
        double[] later = shares(drawn.samples().get(1));
        double most = Math.max(most(earlier), most(later));
        List<Bar> bars = new ArrayList<>();
        for (int cell = 0; cell < earlier.length; cell++) {
            String title = drawn.cells().get(cell) + ": learned from " + Texts.percent(earlier[cell]) + ", now "
                    + Texts.percent(later[cell]);
            bars.add(bar(title, "before", cell, earlier.length, earlier[cell] / most));
            bars.add(bar(title, "now", cell, earlier.length, later[cell] / most));
        }
        return draw(summary, drawn.cells(), bars);
    }

    /** Of each cell among all; 0 where there is none. */
    public static double[] shares(List<Long> counts) {
        double all = counts.stream().mapToLong(Long::longValue).sum();
        return counts.stream().mapToDouble(count -> all == 0 ? 0 : count / all).toArray();
    }

    private static double most(double[] shares) {
        return Arrays.stream(shares).reduce(1e-9, Math::max);
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
