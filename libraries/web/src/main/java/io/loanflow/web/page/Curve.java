package io.loanflow.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A figure over time as it was expected, a line with a band around it, and as it came out, ticks with their intervals. */
public final class Curve {

    private static final PageTemplate TEMPLATE = PageTemplate.of(Curve.class, "curve.mustache");

    /** What it is drawn in; the page stretches it. */
    private static final double WIDTH = 400;

    private static final double HEIGHT = 100;
    private static final double TICK = 4;

    private Curve() {}

    /** A figure with the interval that it lies in. */
    public record Figure(double value, double lower, double upper) {}

    /**
     * A moment.
     *
     * @param name for who points at it
     * @param expected null where there is none
     * @param realised null where there is none
     */
    public record Moment(
            String name,
            @Nullable Figure expected,
            @Nullable Figure realised) {}

    private record Tick(String title, String x, String left, String right, String value, String lower, String upper) {}

    /**
     * @param summary what the drawing shows, in words
     * @param moments in the order of time
     */
    public static Markup of(String summary, List<Moment> moments) {
        Scale scale = Scale.of(moments);
        List<String> line = new ArrayList<>();
        List<String> upper = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            double x = WIDTH * (i + 0.5) / moments.size();
            if (moment.expected() != null) {
                line.add(point(x, scale.y(moment.expected().value())));
                upper.add(point(x, scale.y(moment.expected().upper())));
                lower.add(0, point(x, scale.y(moment.expected().lower())));
            }
            if (moment.realised() != null) {
                ticks.add(tick(moment.name(), x, moment.realised(), scale));
            }
        }
        upper.addAll(lower);
        return TEMPLATE.fill(Map.of(
                "summary", summary,
                "line", String.join(" ", line),
                "band", String.join(" ", upper),
                "ticks", ticks,
                "low", Texts.figure(scale.low()),
                "high", Texts.figure(scale.high())));
    }

    private static Tick tick(String name, double x, Figure realised, Scale scale) {
        return new Tick(
                name + ": " + Texts.figure(realised.value()),
                number(x),
                number(x - TICK),
                number(x + TICK),
                number(scale.y(realised.value())),
                number(scale.y(realised.lower())),
                number(scale.y(realised.upper())));
    }

    private static String point(double x, double y) {
        return number(x) + "," + number(y);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private record Scale(double low, double high) {

        static Scale of(List<Moment> moments) {
            List<Figure> figures = moments.stream()
                    .flatMap(moment -> Stream.of(moment.expected(), moment.realised()))
                    .filter(Objects::nonNull)
                    .toList();
            double low = figures.stream().mapToDouble(Figure::lower).min().orElse(0);
            double high = figures.stream().mapToDouble(Figure::upper).max().orElse(1);
            return high > low ? new Scale(low, high) : new Scale(low - 0.5, high + 0.5);
        }

        double y(double value) {
            return HEIGHT * (high - value) / (high - low);
        }
    }
}
