package io.loanflow.serving.prediction;

import io.loanflow.model.reason.Contributions;
import io.loanflow.model.reason.Reasons;
import io.loanflow.model.row.Row;
import io.loanflow.serving.champion.ServedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Has a model decide about rows, and say why. */
public final class Answering {

    /** What a batch's reasons may take: a client waits, and a thread of the machine is busy. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ServedModel model;
    private final WantedReasons wanted;
    private final Optional<Reasons> reasons;

    public Answering(ServedModel model, WantedReasons wanted) {
        this.model = model;
        this.wanted = wanted;
        this.reasons = model.reasons();
    }

    public Answered answer(Row row) {
        double score = model.score(row);
        double probability = model.probability(score);
        Prediction plain = Prediction.of(model, row, probability);
        return new Answered(
                isExplained(probability)
                        ? explained(
                                plain, row, probability, reasons.orElseThrow().contributions(row))
                        : plain,
                score);
    }

    /**
     * Each as it is alone; worked out together, which is faster.
     *
     * @throws BatchTooLongException if the reasons would take too long
     */
    public List<Answered> answers(List<Row> rows) {
        double[] scores = model.scores(rows);
        double[] probabilities = model.calibration().probabilities(scores);
        List<Row> toExplain = IntStream.range(0, rows.size())
                .filter(i -> isExplained(probabilities[i]))
                .mapToObj(rows::get)
                .toList();
        refuseTooMany(toExplain.size());
        Iterator<Contributions> explained = toExplain.isEmpty()
                ? List.<Contributions>of().iterator()
                : reasons.orElseThrow().contributions(toExplain).iterator();
        List<Answered> answers = new ArrayList<>(rows.size());
        for (int i = 0; i < probabilities.length; i++) {
            Prediction plain = Prediction.of(model, rows.get(i), probabilities[i]);
            answers.add(new Answered(
                    isExplained(probabilities[i])
                            ? explained(plain, rows.get(i), probabilities[i], explained.next())
                            : plain,
                    scores[i]));
        }
        return answers;
    }

    private void refuseTooMany(int rows) {
        long most = reasons.map(known -> known.rowsWithin(LONGEST)).orElse(Long.MAX_VALUE);
        if (rows > most) {
            throw BatchTooLongException.ofReasons(rows, most);
        }
    }

    private boolean isExplained(double probability) {
        return reasons.isPresent() && (wanted.contributions() || (wanted.most() > 0 && !model.isPositive(probability)));
    }

    private Prediction explained(Prediction plain, Row row, double probability, Contributions contributions) {
        return plain.because(
                model.isPositive(probability) ? null : reasons.orElseThrow().against(row, contributions, wanted.most()),
                wanted.contributions() ? contributions : null);
    }
}
