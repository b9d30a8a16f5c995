package io.loanflow.serving.page;

import io.loanflow.model.reason.Contributions;
import io.loanflow.model.reason.Reason;
import io.loanflow.model.whatif.Alternative;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.prediction.Prediction;
import io.loanflow.serving.prediction.WantedReasons;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What the model said of a record.
 *
 * @param colour good of the positive label, bad of the other
 * @param reach where the probability lies in a drawing 400 wide
 * @param limit where the threshold lies there
 * @param reasons in the definition's words, the strongest first
 * @param effects of each column; none of a model without reasons
 * @param otherwise changes of it that would be decided otherwise
 */
record TriedAnswer(
        String decision,
        String colour,
        String probability,
        String threshold,
        String reach,
        String limit,
        String comparison,
        List<String> reasons,
        List<Effect> effects,
        List<Otherwise> otherwise) {

    private static final double WIDTH = 400;

    static TriedAnswer of(ServedModel model, FilledForm form, Prediction prediction, List<Alternative> alternatives) {
        Contributions contributions = prediction.contributions();
        return new TriedAnswer(
                prediction.decision(),
                model.isPositive(prediction.probability()) ? "good" : "bad",
                figure(prediction.probability()),
                figure(model.threshold()),
                place(prediction.probability()),
                place(model.threshold()),
                contributions == null ? "" : comparison(model, contributions),
                Objects.requireNonNullElse(prediction.reasons(), List.<Reason>of()).stream()
                        .limit(WantedReasons.STANDARD.most())
                        .map(Reason::text)
                        .toList(),
                contributions == null ? List.of() : Effect.of(model.definition(), form, contributions),
                alternatives.stream()
                        .map(alternative -> Otherwise.of(model.definition(), form, alternative))
                        .toList());
    }

    private static String comparison(ServedModel model, Contributions contributions) {
        String unit = contributions.unit().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (contributions.comparison()) {
            case POSITIVE_ROWS ->
                "In " + unit + ", compared with rows of the training part that were "
                        + model.definition().positiveName();
            case TRAINING_ROWS -> "In " + unit + ", compared with all rows of the training part";
        };
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String place(double share) {
        return String.format(Locale.ROOT, "%.1f", WIDTH * share);
    }

    /** Read by the template. */
    boolean hasReasons() {
        return !reasons.isEmpty();
    }

    /** Read by the template. */
    boolean hasOtherwise() {
        return !otherwise.isEmpty();
    }

    /** Read by the template. */
    boolean hasEffects() {
        return !effects.isEmpty();
    }
}
