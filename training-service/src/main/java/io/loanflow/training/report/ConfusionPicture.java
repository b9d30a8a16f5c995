package io.loanflow.training.report;

import io.loanflow.training.evaluation.ConfusionMatrix;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/** The confusion matrix: rows by truth, columns by decision, shaded by the share of the row. */
final class ConfusionPicture {

    private static final int LEFT = 250;
    private static final int TOP = 190;
    private static final int CELL_WIDTH = 340;
    private static final int CELL_HEIGHT = 250;
    private static final int GAP = 6;
    private static final Font COUNT = new Font(Font.SANS_SERIF, Font.BOLD, 44);
    private static final Pen LABEL = new Pen(ChartStyle.TEXT, ChartStyle.INK);
    /** From here on, white text is easier to read than dark. */
    private static final double DARK = 0.55;

    private final Graphics2D graphics;

    private ConfusionPicture(Graphics2D graphics) {
        this.graphics = graphics;
    }

    static byte[] draw(Report report) {
        BufferedImage image = new BufferedImage(ChartStyle.WIDTH, ChartStyle.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        new ConfusionPicture(graphics).paint(report);
        graphics.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a picture cannot be written as PNG", e);
        }
    }

    private void paint(Report report) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, ChartStyle.WIDTH, ChartStyle.HEIGHT);
        text("Confusion matrix", new Pen(ChartStyle.TITLE, ChartStyle.INK), 26, 46);
        text(report.subtitle(), new Pen(ChartStyle.TEXT, ChartStyle.FAINT), 26, 78);
        String threshold = String.format(
                Locale.ROOT, "Decided at threshold %s", report.evaluation().threshold());
        centred(threshold, LABEL, LEFT + CELL_WIDTH, TOP - 50);
        String negative = report.labels().negative();
        String positive = report.labels().positive();
        centred("decided " + negative, LABEL, LEFT + CELL_WIDTH / 2, TOP - 18);
        centred("decided " + positive, LABEL, LEFT + CELL_WIDTH * 3 / 2, TOP - 18);
        ConfusionMatrix matrix = report.evaluation().all().decisions();
        row(0, "truly " + negative, matrix.trueNegatives(), matrix.falsePositives());
        row(1, "truly " + positive, matrix.falseNegatives(), matrix.truePositives());
    }

    private void row(int row, String name, long negative, long positive) {
        int middle = TOP + row * CELL_HEIGHT + CELL_HEIGHT / 2;
        text(name, LABEL, 60, middle + 6);
        double total = Math.max(1, negative + positive);
        cell(row, 0, negative, negative / total);
        cell(row, 1, positive, positive / total);
    }

    private void cell(int row, int column, long count, double share) {
        int x = LEFT + column * CELL_WIDTH;
        int y = TOP + row * CELL_HEIGHT;
        graphics.setColor(shade(share));
        graphics.fillRect(x, y, CELL_WIDTH - GAP, CELL_HEIGHT - GAP);
        Color ink = share > DARK ? Color.WHITE : ChartStyle.INK;
        int middle = x + (CELL_WIDTH - GAP) / 2;
        centred(String.format(Locale.ROOT, "%,d", count), new Pen(COUNT, ink), middle, y + CELL_HEIGHT / 2 + 4);
        String percent = String.format(Locale.ROOT, "%.1f %% of the row", 100 * share);
        centred(percent, new Pen(ChartStyle.TEXT, ink), middle, y + CELL_HEIGHT / 2 + 42);
    }

    private static Color shade(double share) {
        Color full = ChartStyle.series(0);
        return new Color(mixed(full.getRed(), share), mixed(full.getGreen(), share), mixed(full.getBlue(), share));
    }

    private static int mixed(int full, double share) {
        int faintest = 242;
        return (int) Math.round(faintest + share * (full - faintest));
    }

    private void centred(String text, Pen pen, int middle, int y) {
        text(text, pen, middle - graphics.getFontMetrics(pen.font()).stringWidth(text) / 2, y);
    }

    private void text(String text, Pen pen, int x, int y) {
        graphics.setFont(pen.font());
        graphics.setColor(pen.color());
        graphics.drawString(text, x, y);
    }

    private record Pen(Font font, Color color) {}
}
