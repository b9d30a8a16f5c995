package io.loanflow.training.gate;

import io.loanflow.training.evaluation.ProbabilityLoss;
import io.loanflow.training.statistics.Estimate;
import io.loanflow.training.statistics.RankingQuality;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A ruling as one sentence with the numbers compared. */
final class RulingReason {

    /** What is beyond is in the table. */
    private static final int MOST_FINDINGS = 4;

    private RulingReason() {}

    static String of(Duel duel, List<Criterion> criteria, String caveat) {
        Contender champion = duel.champion();
        String measured = champion == null ? alone(duel, criteria) : against(duel, champion, criteria);
        List<String> clauses = new ArrayList<>(List.of(measured));
        clauses.addAll(findings(criteria));
        if (champion != null && clauses.size() > 1 && duel.challenger().loadRows() < champion.loadRows() / 2) {
            clauses.add(String.format(
                    Locale.ROOT,
                    "it learned from a load of %,d rows, the champion from %,d",
                    duel.challenger().loadRows(),
                    champion.loadRows()));
        }
        return String.join("; ", clauses) + caveat + ".";
    }

    private static String alone(Duel duel, List<Criterion> criteria) {
        double auc = auc(duel, duel.challenger());
        double floor = duel.rule().bounds().floor();
        int digits = Figures.digitsThatTellApart(auc, floor);
        String measured = measured(duel, auc, digits);
        return findings(criteria).isEmpty()
                ? measured + ", the floor is " + Figures.text(floor, digits) + "; there is no champion yet"
                : measured;
    }

    private static String against(Duel duel, Contender champion, List<Criterion> criteria) {
        double own = auc(duel, duel.challenger());
        double other = auc(duel, champion);
        int digits = Figures.digitsThatTellApart(own, other);
        return measured(duel, own, digits) + "; champion version " + champion.version() + " has "
                + Figures.text(other, digits) + " on the same rows" + difference(interval(criteria, "ROC AUC"))
                + String.format(
                        Locale.ROOT,
                        "; log loss %.4f against %.4f",
                        logLoss(duel, duel.challenger()),
                        logLoss(duel, champion))
                + difference(interval(criteria, "Log loss"));
    }

    private static List<String> findings(List<Criterion> criteria) {
        List<String> all = criteria.stream()
                .filter(Criterion::isBad)
                .map(Criterion::finding)
                .filter(finding -> !finding.isEmpty())
                .toList();
        return all.size() <= MOST_FINDINGS
                ? all
                : Stream.concat(
                                all.stream().limit(MOST_FINDINGS),
                                Stream.of("and " + (all.size() - MOST_FINDINGS) + " more findings are in the table"))
                        .toList();
    }

    private static @Nullable Estimate interval(List<Criterion> criteria, String name) {
        return criteria.stream()
                .filter(criterion -> criterion.name().equals(name))
                .map(criterion -> criterion.figures().interval())
                .findFirst()
                .orElse(null);
    }

    private static String difference(@Nullable Estimate difference) {
        return difference == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", a difference of %+.4f (%s %% interval %+.4f to %+.4f)",
                        difference.value(),
                        BigDecimal.valueOf(difference.confidence())
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString(),
                        difference.lower(),
                        difference.upper());
    }

    private static String measured(Duel duel, double auc, int digits) {
        return String.format(
                Locale.ROOT,
                "Version %d has ROC AUC %s on %,d test rows",
                duel.challenger().version(),
                Figures.text(auc, digits),
                duel.test().size());
    }

    private static double auc(Duel duel, Contender contender) {
        return new RankingQuality(duel.test().labels(), contender.probabilities())
                .observed(duel.test().size());
    }

    private static double logLoss(Duel duel, Contender contender) {
        return ProbabilityLoss.logLoss(duel.test().labels(), contender.probabilities());
    }
}
