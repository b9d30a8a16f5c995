package io.loanflow.monitoring.page;

import io.loanflow.monitoring.fairness.GroupFigures;
import io.loanflow.monitoring.followup.KeptFollowUp;
import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.WindowReport;
import io.loanflow.monitoring.performance.Interval;
import io.loanflow.monitoring.performance.Performance;
import io.loanflow.web.page.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A window in full. */
record WindowView(
        WindowLine line,
        String note,
        RefusedView refused,
        String threshold,
        List<ColumnView> columns,
        String refusal,
        List<Figure> figures,
        List<Group> groups,
        String fairnessNote) {

    /**
     * A figure of performance as expected and as it came out.
     *
     * @param meaning in a few words
     */
    record Figure(String name, String meaning, String expected, String realised) {}

    /** A protected group. */
    record Group(
            String column,
            String group,
            String rows,
            String selectionRate,
            String truePositiveRate,
            String falsePositiveRate) {}

    static WindowView of(JudgedWindow window, List<KeptFollowUp> followed) {
        WindowReport report = window.report();
        Performance expected = report.expected();
        return new WindowView(
                WindowLine.of(window, followed),
                Objects.requireNonNullElse(report.note(), ""),
                RefusedView.of(report.refused()),
                String.format(Locale.ROOT, "%.6f", report.threshold()),
                report.columns().stream().map(ColumnView::of).toList(),
                expected == null ? "" : Objects.requireNonNullElse(expected.refusal(), ""),
                figures(expected, report.realised()),
                groups(report),
                fairness(report));
    }

    private static List<Figure> figures(@Nullable Performance expected, @Nullable Performance realised) {
        if (expected == null) {
            return List.of();
        }
        Performance known = realised == null ? new Performance(0, null, null, null, null, null, null) : realised;
        return List.of(
                new Figure(
                        "Decisions",
                        "that the figures are of",
                        Texts.count(expected.rows()),
                        Texts.count(known.rows())),
                figure(
                        "ROC AUC",
                        "how often a positive one has a higher score than a negative one; 0.5 is chance",
                        expected.auc(),
                        known.auc()),
                figure("Accuracy", "share decided as it comes out", expected.accuracy(), known.accuracy()),
                figure(
                        "Precision",
                        "of those decided positive, share that are",
                        expected.precision(),
                        known.precision()),
                figure("Recall", "of those that are positive, share decided so", expected.recall(), known.recall()),
                figure(
                        "Log loss",
                        "how far probabilities are from what comes out; 0 is certain and right",
                        expected.logLoss(),
                        known.logLoss()));
    }

    private static Figure figure(
            String name, String meaning, @Nullable Interval expected, @Nullable Interval realised) {
        return new Figure(name, meaning, WindowTexts.interval(expected), WindowTexts.interval(realised));
    }

    private static List<Group> groups(WindowReport report) {
        List<Group> groups = new ArrayList<>();
        report.groups()
                .forEach(comparison ->
                        comparison.groups().forEach(group -> groups.add(group(comparison.column(), group))));
        return groups;
    }

    private static Group group(String column, GroupFigures figures) {
        return new Group(
                column,
                figures.group(),
                Texts.count(figures.rows()),
                WindowTexts.interval(figures.selectionRate()),
                WindowTexts.interval(figures.truePositiveRate()),
                WindowTexts.interval(figures.falsePositiveRate()));
    }

    private static String fairness(WindowReport report) {
        List<String> sentences = new ArrayList<>();
        report.groups().forEach(comparison -> {
            sentences.add("By " + comparison.column() + " the selection rates' ratio is "
                    + Texts.figure(comparison.parityRatio()) + ", the true positive rates' difference "
                    + Texts.figure(comparison.opportunityDifference()) + ".");
            if (comparison.note() != null) {
                sentences.add(comparison.note());
            }
        });
        return String.join(" ", sentences);
    }
}
