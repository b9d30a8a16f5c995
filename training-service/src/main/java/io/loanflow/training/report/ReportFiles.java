package io.loanflow.training.report;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a report, by their path in the run. */
public final class ReportFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ReportFiles.class);

    private ReportFiles() {}

    public static Map<String, byte[]> of(Report report) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("evaluation.json", EvaluationJson.write(report));
        files.put(EvaluationTable.FILE, EvaluationTable.write(report.evaluation()));
        files.put("feature_importance.csv", importances(report));
        files.put(
                "charts/partial_dependence.svg",
                DependencePicture.svg(report.explanation()).getBytes(StandardCharsets.UTF_8));
        try {
            files.putAll(pictures(report));
        } catch (LinkageError | InternalError e) {
            // What a Java without fonts throws: no reason to lose the model.
            LOG.warn(
                    "Pictures are left out, since this machine cannot draw text. Install fonts (Debian: apt-get install"
                            + " fontconfig fonts-dejavu-core) to have them.",
                    e);
        }
        return files;
    }

    private static Map<String, byte[]> pictures(Report report) {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        pictures.put("charts/roc_curve.png", RankingCharts.roc(report));
        pictures.put("charts/precision_recall_curve.png", RankingCharts.precisionRecall(report));
        pictures.put("charts/calibration.png", CalibrationChart.draw(report));
        pictures.put("charts/confusion_matrix.png", ConfusionPicture.draw(report));
        pictures.put("charts/feature_importance.png", BarCharts.importances(report));
        pictures.put("charts/contributions.png", BarCharts.contributions(report));
        pictures.put("charts/interactions.png", BarCharts.interactions(report));
        report.evaluation()
                .comparisons()
                .forEach(comparison -> pictures.put(
                        "charts/groups_of_" + comparison.column() + ".png", BarCharts.groups(report, comparison)));
        return pictures;
    }

    private static byte[] importances(Report report) {
        StringBuilder csv = new StringBuilder("column,mean_auc_drop,deviation\n");
        report.importances()
                .forEach(importance -> csv.append(String.format(
                        Locale.ROOT,
                        "%s,%.6f,%.6f%n",
                        importance.column(),
                        importance.meanDrop(),
                        importance.deviation())));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
