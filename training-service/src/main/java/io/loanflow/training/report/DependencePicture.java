package io.loanflow.training.report;

import io.loanflow.training.explanation.Dependence;
import io.loanflow.training.explanation.ModelExplanation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the probability follows each of the strongest columns, as SVG: the mean of the rows as a thick line, single rows as thin ones. Numbers
 * lie on the axis by their rank, so that a few large ones do not press the others together. For MLflow and for the model card.
 */
public final class DependencePicture {

    private static final int ACROSS = 3;
    private static final int WIDTH = 330;
    private static final int HEIGHT = 230;
    private static final int LEFT = 46;
    private static final int TOP = 30;
    private static final int BOTTOM = 46;
    private static final int RIGHT = 24;
    private static final int PLOT_WIDTH = WIDTH - LEFT - RIGHT;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;

    /** More names than these cover each other. */
    private static final int MOST_NAMES = 6;

    private static final int LONGEST_NAME = 11;

    private static final String STYLE = """
            <style>
            .dependence .page { fill: #fff } .dependence text { font: 11px system-ui, sans-serif; fill: #5d6878 }
            .dependence .title { font-weight: 600; fill: #222b38 } .dependence .axis { stroke: #e3e7ec }
            .dependence .row { fill: none; stroke: #56b4e9; stroke-width: 0.7; opacity: 0.45 }
            .dependence .mean { fill: none; stroke: #0072b2; stroke-width: 2.6; stroke-linejoin: round } .dependence .dot { fill: #0072b2 }
            </style>
            """;

    private DependencePicture() {}

    /** Empty where there is nothing to draw. */
    public static String svg(ModelExplanation explanation) {
        List<Dependence> all = explanation.dependences();
        if (all.isEmpty()) {
            return "";
        }
        int width = ACROSS * WIDTH;
        int height = (all.size() + ACROSS - 1) / ACROSS * HEIGHT;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"dependence\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                        + " aria-label=\"Probability by column\">%n",
                width,
                height,
                width,
                height));
        svg.append(STYLE).append("<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n");
        for (int i = 0; i < all.size(); i++) {
            svg.append(String.format(
                    Locale.ROOT, "<g transform=\"translate(%d %d)\">%n", i % ACROSS * WIDTH, i / ACROSS * HEIGHT));
            panel(svg, all.get(i));
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder svg, Dependence dependence) {
        String unit = dependence.unit() == null ? "" : " (" + dependence.unit() + ")";
        text(svg, dependence.column() + unit, LEFT, 18, "class=\"title\"");
        for (int tenth = 0; tenth <= 10; tenth += 5) {
            double y = y(tenth / 10.0);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
                    LEFT,
                    LEFT + PLOT_WIDTH,
                    y,
                    y));
            text(svg, tenth * 10 + " %", LEFT - 6, y + 4, "text-anchor=\"end\"");
        }
        lines(svg, dependence);
        names(svg, dependence.points());
    }

    private static void lines(StringBuilder svg, Dependence dependence) {
        int points = dependence.points().size();
        double[] means =
                dependence.points().stream().mapToDouble(Dependence.Point::mean).toArray();
        for (double[] curve : dependence.curves()) {
            line(svg, "row", curve);
        }
        line(svg, "mean", means);
        if (!dependence.isNumeric() || points == 1) {
            for (int i = 0; i < points; i++) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>%n",
                        x(i, points),
                        y(means[i])));
            }
        }
    }

    private static void line(StringBuilder svg, String kind, double[] values) {
        String points = IntStream.range(0, values.length)
                .mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f", x(i, values.length), y(values[i])))
                .collect(Collectors.joining(" "));
        svg.append(String.format(Locale.ROOT, "<polyline class=\"%s\" points=\"%s\"/>%n", kind, points));
    }

    private static void names(StringBuilder svg, List<Dependence.Point> points) {
        int step = Math.max(1, (points.size() + MOST_NAMES - 2) / (MOST_NAMES - 1));
        boolean twoLines = points.size() > 3;
        for (int i = 0; i < points.size(); i += step) {
            String name = points.get(i).value();
            String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
            int line = twoLines ? i / step % 2 : 0;
            text(svg, shown, x(i, points.size()), TOP + PLOT_HEIGHT + 16 + 14 * line, "text-anchor=\"middle\"");
        }
    }

    private static double x(int point, int points) {
        return LEFT + PLOT_WIDTH * (points == 1 ? 0.5 : 0.04 + 0.92 * point / (points - 1.0));
    }

    private static double y(double probability) {
        return TOP + PLOT_HEIGHT * (1 - probability);
    }

    private static void text(StringBuilder svg, String text, double x, double y, String attributes) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>%n", x, y, attributes, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
