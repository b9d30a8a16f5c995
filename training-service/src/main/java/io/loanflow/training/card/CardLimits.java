package io.loanflow.training.card;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.training.fit.TrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the figures of a card do not say. */
final class CardLimits {

    /** Rows of either label without which a figure of a part of the rows is mostly luck. */
    private static final int FEW = 100;

    private CardLimits() {}

    static List<String> of(TrainedModel model, List<MeasuredRows> measured) {
        List<String> limits = new ArrayList<>();
        if (model.request().load().origin() == DataOrigin.SYNTHETIC) {
            limits.add("Trained and tested on generated rows: it says nothing about real people.");
        }
        if (model.request().load().rowsByOrigin().containsKey(DataOrigin.OUTCOMES)) {
            limits.add(
                    "Learnt in part from decisions of earlier models, whose outcome is known of the records that they let through only;"
                            + " nothing is weighed for it (selective labels).");
        }
        limits.add(
                "Measured on rows of the load that it was trained on, set aside by a hash of their content. Rows of another time, place or"
                        + " lender may be otherwise.");
        limits.add(
                "Learnt from rows whose label is known only. What would have become of the others no figure here sees"
                        + " (selective labels, docs/ethics-and-law.md).");
        limits.add("Intervals are for one part of the rows at a time: of many parts some look good or bad by chance.");
        measured.stream().filter(CardLimits::isSmall).forEach(part -> limits.add(few(part)));
        limits.add(
                model.data().definition().protectedColumns().isEmpty()
                        ? "The definition has no protected column: nothing is known of fairness."
                        : "Groups are measured one column at a time, not where they cross, and only by the protected columns of the"
                                + " definition.");
        String whyNot = model.python().whyNot();
        if (whyNot != null) {
            limits.add("MLflow's Python cannot decide by it: " + whyNot + ".");
        }
        return limits;
    }

    private static boolean isSmall(MeasuredRows part) {
        return Math.min(part.positives(), part.rows() - part.positives()) < FEW;
    }

    private static String few(MeasuredRows part) {
        return String.format(
                Locale.ROOT,
                "Few rows: %s has %,d test rows, %,d of them positive.",
                part.name(),
                part.rows(),
                part.positives());
    }
}
