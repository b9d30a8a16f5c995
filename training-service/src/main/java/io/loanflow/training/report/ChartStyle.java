package io.loanflow.training.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** One look for all pictures. */
final class ChartStyle {

    static final int WIDTH = 1000;
    static final int HEIGHT = 800;

    static final Color INK = new Color(0x22, 0x2B, 0x38);
    static final Color FAINT = new Color(0x8A, 0x94, 0xA3);
    static final Color GRID = new Color(0xE3, 0xE7, 0xEC);

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 24);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 17);

    /** Told apart with any kind of colour vision (Okabe and Ito). */
    private static final Color[] SERIES = {
        new Color(0x00, 0x72, 0xB2),
        new Color(0xD5, 0x5E, 0x00),
        new Color(0x00, 0x9E, 0x73),
        new Color(0xCC, 0x79, 0xA7),
        new Color(0xE6, 0x9F, 0x00),
        new Color(0x56, 0xB4, 0xE9)
    };

    static final BasicStroke LINE = new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke DASHED =
            new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 6}, 0);

    private ChartStyle() {}

    static Color series(int index) {
        return SERIES[index % SERIES.length];
    }

    /** Puts title and subtitle over the plot and draws it all. */
    static byte[] png(String title, String subtitle, Plot plot, boolean legend) {
        JFreeChart chart = new JFreeChart(null, TITLE, plot, legend);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(18, 18, 18, 28));
        chart.addSubtitle(0, left(title, TITLE, INK));
        chart.addSubtitle(1, left(subtitle, TEXT, FAINT));
        LegendTitle legendTitle = chart.getLegend();
        if (legendTitle != null) {
            legendTitle.setItemFont(TEXT);
            legendTitle.setItemPaint(INK);
            legendTitle.setFrame(BlockBorder.NONE);
            legendTitle.setPadding(10, 0, 0, 0);
        }
        try {
            return ChartUtils.encodeAsPNG(chart.createBufferedImage(WIDTH, HEIGHT));
        } catch (IOException e) {
            throw new UncheckedIOException("a chart cannot be written as PNG", e);
        }
    }

    static void apply(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    static void apply(CategoryPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.getDomainAxis().setTickLabelFont(TEXT);
        plot.getDomainAxis().setTickLabelPaint(INK);
        plot.getDomainAxis().setAxisLinePaint(FAINT);
        plot.getDomainAxis().setTickMarksVisible(false);
        apply(plot.getRangeAxis());
    }

    static void apply(ValueAxis axis) {
        axis.setLabelFont(TEXT);
        axis.setLabelPaint(INK);
        axis.setTickLabelFont(TEXT);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(FAINT);
        axis.setTickMarkPaint(FAINT);
    }

    private static TextTitle left(String text, Font font, Color color) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(color);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setExpandToFitSpace(true);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPadding(0, 0, 6, 0);
        return title;
    }
}
