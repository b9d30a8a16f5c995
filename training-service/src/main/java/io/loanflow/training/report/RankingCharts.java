package io.loanflow.training.report;

import io.loanflow.training.evaluation.Evaluation;
import io.loanflow.training.evaluation.RankingCurve;
import io.loanflow.training.evaluation.SliceEvaluation;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.Function;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The ROC and the precision-recall curve, of all rows and of the slices. */
final class RankingCharts {

    /** More points than pixels draw nothing more. */
    private static final int MOST_POINTS = 2000;

    private RankingCharts() {}

    static byte[] roc(Report report) {
        XYSeriesCollection lines = lines(report, RankingCharts::rocLine);
        XYSeries chance = new XYSeries("Chance", false);
        chance.add(0, 0);
        chance.add(1, 1);
        lines.addSeries(chance);
        return ChartStyle.png(
                "ROC curve", report.subtitle(), plot(lines, "False positive rate", "True positive rate"), true);
    }

    static byte[] precisionRecall(Report report) {
        XYSeriesCollection lines = lines(report, RankingCharts::precisionRecallLine);
        Evaluation all = report.evaluation().all();
        double share = all.decisions().positives() / (double) all.decisions().rows();
        XYSeries chance = new XYSeries(String.format(Locale.ROOT, "Share of positives: %.3f", share), false);
        chance.add(0, share);
        chance.add(1, share);
        lines.addSeries(chance);
        return ChartStyle.png("Precision-recall curve", report.subtitle(), plot(lines, "Recall", "Precision"), true);
    }

    private static XYSeriesCollection lines(Report report, Function<Named, XYSeries> line) {
        XYSeriesCollection lines = new XYSeriesCollection();
        lines.addSeries(line.apply(new Named("All rows", report.evaluation().all())));
        for (SliceEvaluation slice : report.evaluation().slices()) {
            if (!Double.isNaN(slice.evaluation().ranking().rocAuc())) {
                lines.addSeries(line.apply(new Named(slice.slice().name(), slice.evaluation())));
            }
        }
        return lines;
    }

    private static XYSeries rocLine(Named named) {
        RankingCurve curve = named.evaluation().ranking();
        XYSeries line =
                new XYSeries(String.format(Locale.ROOT, "%s: AUC %.4f", named.name(), curve.rocAuc()), false, true);
        line.add(0, 0);
        for (int point : points(curve)) {
            line.add(curve.falsePositiveRate(point), curve.truePositiveRate(point));
        }
        return line;
    }

    private static XYSeries precisionRecallLine(Named named) {
        RankingCurve curve = named.evaluation().ranking();
        XYSeries line = new XYSeries(
                String.format(Locale.ROOT, "%s: average precision %.4f", named.name(), curve.averagePrecision()),
                false,
                true);
        line.add(0, curve.precision(0));
        for (int point : points(curve)) {
            line.add(curve.truePositiveRate(point), curve.precision(point));
        }
        return line;
    }

    /** Evenly spread, always with the last one. */
    private static int[] points(RankingCurve curve) {
        int count = Math.min(curve.points(), MOST_POINTS);
        int[] points = new int[count];
        for (int i = 0; i < count; i++) {
            points[i] = (int) ((i + 1L) * curve.points() / count) - 1;
        }
        return points;
    }

    private static XYPlot plot(XYSeriesCollection lines, String x, String y) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        int last = lines.getSeriesCount() - 1;
        for (int series = 0; series < last; series++) {
            renderer.setSeriesPaint(series, ChartStyle.series(series));
            renderer.setSeriesStroke(series, ChartStyle.LINE);
        }
        renderer.setSeriesPaint(last, ChartStyle.FAINT);
        renderer.setSeriesStroke(last, ChartStyle.DASHED);
        XYPlot plot = new XYPlot(lines, share(x), share(y), renderer);
        ChartStyle.apply(plot);
        return plot;
    }

    /** An axis from 0 to 1, with room for a line along its end. */
    static NumberAxis share(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setRange(0, 1.01);
        axis.setTickUnit(new NumberTickUnit(0.2));
        axis.setNumberFormatOverride(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        ChartStyle.apply(axis);
        return axis;
    }

    private record Named(String name, Evaluation evaluation) {}
}
