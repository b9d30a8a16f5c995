package io.loanflow.training.card;

import io.loanflow.model.Model;
import io.loanflow.training.card.MeasuredRows.Kind;
import io.loanflow.training.evaluation.EvaluationReport;
import io.loanflow.training.evaluation.SliceEvaluation;
import io.loanflow.training.fit.TrainedModel;
import io.loanflow.training.rows.PartRows;
import io.loanflow.training.statistics.Clusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The test rows, and parts of them, measured with intervals. */
final class CardMeasures {

    private final PartRows rows;
    private final Clusters clusters;
    private final double[] probabilities;
    private final EvaluationReport report;

    CardMeasures(TrainedModel trained) {
        rows = trained.data().test();
        clusters = rows.clusters();
        probabilities = Model.of(trained.folder())
                .probabilities(rows.encodedBy(trained.data().encoder()));
        report = trained.report().evaluation();
    }

    List<MeasuredRows> all() {
        List<MeasuredRows> measured = new ArrayList<>();
        measured.add(of(Kind.ALL, null));
        report.slices().forEach(slice -> measured.add(of(Kind.SLICE, slice)));
        report.comparisons()
                .forEach(comparison -> comparison.groups().forEach(group -> measured.add(of(Kind.GROUP, group))));
        return measured;
    }

    private MeasuredRows of(Kind kind, @Nullable SliceEvaluation part) {
        String column = part == null ? null : part.slice().column();
        String value = part == null ? null : part.slice().value();
        IntPredicate wanted = column == null ? row -> true : belongs(column, String.valueOf(value));
        int[] positions = IntStream.range(0, rows.size()).filter(wanted).toArray();
        byte[] labels = new byte[positions.length];
        double[] scores = new double[positions.length];
        int positives = 0;
        for (int i = 0; i < positions.length; i++) {
            labels[i] = rows.labels()[positions[i]];
            scores[i] = probabilities[positions[i]];
            positives += labels[i];
        }
        return new MeasuredRows(
                kind,
                column,
                value,
                positions.length,
                positives,
                Intervals.of(labels, scores, report.threshold(), clusters.only(positions)));
    }

    private IntPredicate belongs(String column, String value) {
        String[] values = rows.companion(column);
        return row -> values[row].equals(value);
    }
}
