package io.loanflow.training.report;

import io.loanflow.training.evaluation.CalibrationBin;
import io.loanflow.training.evaluation.Evaluation;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What scores promise against what happened, and how many rows have such scores. */
final class CalibrationChart {

    private static final int DOT = 11;

    private CalibrationChart() {}

    static byte[] draw(Report report) {
        Evaluation all = report.evaluation().all();
        CombinedDomainXYPlot plot = new CombinedDomainXYPlot(RankingCharts.share("Mean predicted probability"));
        plot.setGap(22);
        plot.add(reliability(all), 3);
        plot.add(counts(all), 1);
        return ChartStyle.png("Calibration", report.subtitle(), plot, true);
    }

    private static XYPlot reliability(Evaluation all) {
        XYSeries observed = new XYSeries(String.format(Locale.ROOT, "Model: Brier score %.4f", all.brier()));
        for (CalibrationBin bin : all.calibration()) {
            if (bin.rows() > 0) {
                observed.add(bin.meanScore(), bin.positiveShare());
            }
        }
        XYSeries perfect = new XYSeries("Perfectly calibrated");
        perfect.add(0, 0);
        perfect.add(1, 1);
        XYSeriesCollection lines = new XYSeriesCollection(observed);
        lines.addSeries(perfect);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, ChartStyle.series(0));
        renderer.setSeriesStroke(0, ChartStyle.LINE);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2.0, -DOT / 2.0, DOT, DOT));
        renderer.setSeriesShapesVisible(0, true);
        renderer.setSeriesPaint(1, ChartStyle.FAINT);
        renderer.setSeriesStroke(1, ChartStyle.DASHED);
        XYPlot plot = new XYPlot(lines, null, RankingCharts.share("Share of positives"), renderer);
        ChartStyle.apply(plot);
        return plot;
    }

    private static XYPlot counts(Evaluation all) {
        XYIntervalSeries bars = new XYIntervalSeries("Rows with such scores");
        for (CalibrationBin bin : all.calibration()) {
            if (bin.rows() > 0) {
                double rows = bin.rows();
                bars.add((bin.from() + bin.to()) / 2, bin.from(), bin.to(), rows, 0, rows);
            }
        }
        XYIntervalSeriesCollection series = new XYIntervalSeriesCollection();
        series.addSeries(bars);
        XYBarRenderer renderer = new XYBarRenderer(0.12);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, ChartStyle.series(5));
        renderer.setBase(0.5);
        long most =
                all.calibration().stream().mapToLong(CalibrationBin::rows).max().orElse(1);
        LogAxis axis = new LogAxis("Rows");
        axis.setRange(0.5, 2.0 * most);
        axis.setNumberFormatOverride(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        ChartStyle.apply(axis);
        XYPlot plot = new XYPlot(series, null, axis, renderer);
        ChartStyle.apply(plot);
        return plot;
    }
}
