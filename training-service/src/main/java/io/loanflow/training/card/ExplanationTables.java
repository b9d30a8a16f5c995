package io.loanflow.training.card;

import io.loanflow.model.family.ScoreUnit;
import io.loanflow.training.explanation.Dependence;
import io.loanflow.training.explanation.ModelExplanation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a model does overall, as tables of text. */
final class ExplanationTables {

    private static final int MOST_PAIRS = 10;

    private ExplanationTables() {}

    static List<CardTable> of(ModelExplanation explanation) {
        return List.of(contributions(explanation), dependences(explanation), interactions(explanation));
    }

    private static CardTable contributions(ModelExplanation explanation) {
        return new CardTable(
                "Contributions of the columns",
                String.format(
                        Locale.ROOT,
                        "How far a column moves scores, whichever way: mean size of its Shapley values on %,d training rows.",
                        explanation.rows().contributions()),
                List.of("Column", "Mean size in " + unit(explanation)),
                explanation.contributions().stream()
                        .map(column -> List.of(column.column(), CardTables.text(column.meanSize())))
                        .toList());
    }

    private static CardTable dependences(ModelExplanation explanation) {
        return new CardTable(
                "Partial dependence",
                String.format(
                        Locale.ROOT,
                        "Mean probability of %,d training rows when all have one value of the column, and all else as it is.",
                        explanation.rows().dependences()),
                List.of("Column", "Lowest with", "Probability", "Highest with", "Probability"),
                explanation.dependences().stream()
                        .map(ExplanationTables::dependence)
                        .toList());
    }

    private static List<String> dependence(Dependence dependence) {
        Comparator<Dependence.Point> byMean = Comparator.comparingDouble(Dependence.Point::mean);
        Dependence.Point lowest = dependence.points().stream().min(byMean).orElseThrow();
        Dependence.Point highest = dependence.points().stream().max(byMean).orElseThrow();
        return List.of(
                dependence.column(),
                lowest.value(),
                CardTables.text(lowest.mean()),
                highest.value(),
                CardTables.text(highest.mean()));
    }

    private static CardTable interactions(ModelExplanation explanation) {
        return new CardTable(
                "Interactions of the columns",
                String.format(
                        Locale.ROOT,
                        "What two columns do together beyond what each does (Friedman's H, on %,d training rows): its root mean square,"
                                + " and its share of all that the two do.",
                        explanation.rows().interactions()),
                List.of("Columns", "Size in " + unit(explanation), "H²"),
                explanation.interactions().stream()
                        .limit(MOST_PAIRS)
                        .map(pair -> List.of(
                                pair.first() + " × " + pair.second(),
                                CardTables.text(pair.strength()),
                                CardTables.text(pair.share())))
                        .toList());
    }

    private static String unit(ModelExplanation explanation) {
        return explanation.unit() == ScoreUnit.LOG_ODDS ? "log-odds" : "probability";
    }
}
