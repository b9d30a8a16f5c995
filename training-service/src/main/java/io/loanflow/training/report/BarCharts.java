package io.loanflow.training.report;

import io.loanflow.model.family.ScoreUnit;
import io.loanflow.training.evaluation.ConfusionMatrix;
import io.loanflow.training.evaluation.GroupComparison;
import io.loanflow.training.evaluation.SliceEvaluation;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.general.DatasetUtils;

/** Bars: what the model relies on, and how it treats protected groups. */
final class BarCharts {

    /** A longer list is in the table. */
    private static final int MOST_COLUMNS = 20;

    private static final int MOST_PAIRS = 10;

    private BarCharts() {}

    static byte[] importances(Report report) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        report.importances().stream()
                .limit(MOST_COLUMNS)
                .forEach(importance -> bars.addValue(importance.meanDrop(), "importance", importance.column()));
        return ranked(report, "Feature importance", bars, "Fall of ROC AUC when the column is shuffled");
    }

    static byte[] contributions(Report report) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        report.explanation().contributions().stream()
                .limit(MOST_COLUMNS)
                .forEach(column -> bars.addValue(column.meanSize(), "contribution", column.column()));
        return ranked(
                report,
                "Contributions of the columns",
                bars,
                "Mean size of the column's Shapley values, in " + unit(report));
    }

    static byte[] interactions(Report report) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        report.explanation().interactions().stream()
                .limit(MOST_PAIRS)
                .forEach(pair -> bars.addValue(pair.strength(), "interaction", pair.first() + " x " + pair.second()));
        return ranked(
                report,
                "Interactions of the columns",
                bars,
                "What two columns do together beyond what each does, in " + unit(report));
    }

    private static String unit(Report report) {
        return report.explanation().unit() == ScoreUnit.LOG_ODDS ? "log-odds" : "probability";
    }

    /** Lying bars, the longest first. */
    private static byte[] ranked(Report report, String title, DefaultCategoryDataset bars, String axis) {
        CategoryPlot plot = plot(bars, axis, format("0.0000"));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.4f);
        plot.getDomainAxis().setMaximumCategoryLabelLines(2);
        plot.getRenderer()
                .setDefaultPositiveItemLabelPosition(
                        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        // Room for the number behind the longest bar.
        double largest = bars.getColumnCount() == 0
                ? 0
                : DatasetUtils.findRangeBounds(bars).getUpperBound();
        plot.getRangeAxis().setUpperBound(Math.max(largest, 1e-4) * 1.15);
        return ChartStyle.png(title, report.subtitle(), plot, false);
    }

    static byte[] groups(Report report, GroupComparison comparison) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        for (SliceEvaluation group : comparison.groups()) {
            String name =
                    String.format(Locale.ROOT, "%s (%,d rows)", group.slice().value(), group.rows());
            ConfusionMatrix decisions = group.evaluation().decisions();
            bars.addValue(decisions.selectionRate(), name, "Selection rate");
            bars.addValue(decisions.truePositiveRate(), name, "True positive rate");
            bars.addValue(decisions.falsePositiveRate(), name, "False positive rate");
        }
        CategoryPlot plot = plot(bars, "Share of the group's rows", format("0.000"));
        // Room for the number over a bar of 1.
        plot.getRangeAxis().setRange(0, 1.08);
        ((NumberAxis) plot.getRangeAxis()).setTickUnit(new NumberTickUnit(0.2));
        String title = String.format(
                Locale.ROOT,
                "Groups of %s: demographic parity difference %.4f, equal opportunity difference %.4f",
                comparison.column(),
                comparison.demographicParityDifference(),
                comparison.equalOpportunityDifference());
        return ChartStyle.png(title, report.subtitle(), plot, true);
    }

    private static CategoryPlot plot(DefaultCategoryDataset bars, String label, NumberFormat format) {
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(0.12);
        renderer.setItemMargin(0.06);
        renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", format));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(ChartStyle.TEXT);
        renderer.setDefaultItemLabelPaint(ChartStyle.INK);
        for (int row = 0; row < bars.getRowCount(); row++) {
            renderer.setSeriesPaint(row, ChartStyle.series(row));
        }
        CategoryPlot plot = new CategoryPlot(bars, new CategoryAxis(), new NumberAxis(label), renderer);
        ChartStyle.apply(plot);
        return plot;
    }

    private static NumberFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
