package io.loanflow.training.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of a card as tables of text. */
final class CardTables {

    private static final Map<String, String> QUALITY = Map.of("roc_auc", "ROC AUC");
    private static final List<String> OF_ALL = List.of("roc_auc", "log_loss", "brier", "accuracy", "f1");
    private static final List<String> OF_DECISIONS =
            List.of("selection_rate", "true_positive_rate", "false_positive_rate", "roc_auc");

    private CardTables() {}

    static List<CardTable> of(ModelCard card) {
        List<CardTable> tables = new ArrayList<>();
        tables.add(measures(card, "Figures", OF_ALL, MeasuredRows.Kind.ALL, MeasuredRows.Kind.SLICE));
        tables.add(measures(card, "Groups", OF_DECISIONS, MeasuredRows.Kind.GROUP));
        tables.add(differences(card));
        tables.add(proxies(card));
        tables.add(calibration(card));
        tables.add(importance(card));
        tables.addAll(ExplanationTables.of(card.explanation()));
        tables.add(named("Parameters", card.family(), card.parameters()));
        tables.add(named("Environment", "What trained it.", card.environment()));
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    private static CardTable measures(ModelCard card, String title, List<String> names, MeasuredRows.Kind... kinds) {
        List<String> heading = Stream.concat(
                        Stream.of("Test rows", "Number", "Positive"),
                        names.stream().map(name -> QUALITY.getOrDefault(name, name.replace('_', ' '))))
                .toList();
        List<List<String>> rows = card.measured().stream()
                .filter(part -> List.of(kinds).contains(part.kind()))
                .map(part -> Stream.concat(
                                Stream.of(part.name(), whole(part.rows()), whole(part.positives())),
                                names.stream().map(name -> text(part.measures().get(name))))
                        .toList())
                .toList();
        return new CardTable(
                title, "On rows that nothing was chosen by; in brackets the 95 % bootstrap interval.", heading, rows);
    }

    private static CardTable differences(ModelCard card) {
        return new CardTable(
                "Differences between groups",
                "The largest one; 0 is equality. These and other notions of fairness exclude each other: docs/ethics-and-law.md.",
                List.of("Protected column", "Share decided positive", "Same among positive rows"),
                card.groupDifferences().stream()
                        .map(group -> List.of(
                                group.column(), text(group.demographicParity()), text(group.equalOpportunity())))
                        .toList());
    }

    private static CardTable proxies(ModelCard card) {
        return new CardTable(
                "Proxies for protected columns",
                "ROC AUC of a small model that predicts the group from the features the model sees: 0.5 says that they tell nothing of it.",
                List.of("Protected column", "Group", "Test rows", "ROC AUC"),
                card.proxies().stream()
                        .map(test -> List.of(
                                test.column(),
                                test.group(),
                                whole(test.rows()),
                                test.auc() == null ? "too few rows" : text(test.auc())))
                        .toList());
    }

    private static CardTable calibration(ModelCard card) {
        return new CardTable(
                "Calibration",
                "Of rows with this probability so many are positive; equal if the model is calibrated.",
                List.of("Probability", "Test rows", "Mean probability", "Share positive"),
                card.calibration().stream()
                        .map(bin -> List.of(
                                String.format(Locale.ROOT, "%.1f to %.1f", bin.from(), bin.to()),
                                whole(bin.rows()),
                                text(bin.meanScore()),
                                text(bin.positiveShare())))
                        .toList());
    }

    private static CardTable importance(ModelCard card) {
        return new CardTable(
                "Importance of the columns",
                "By how much ROC AUC falls when a column's values are dealt to other rows.",
                List.of("Column", "Mean fall", "Deviation"),
                card.importance().stream()
                        .map(one -> List.of(one.column(), text(one.meanDrop()), text(one.deviation())))
                        .toList());
    }

    private static CardTable named(String title, String note, Map<String, String> values) {
        return new CardTable(
                title,
                note,
                List.of("Name", "Value"),
                values.entrySet().stream()
                        .map(value -> List.of(value.getKey(), value.getValue()))
                        .toList());
    }

    private static String text(@Nullable Interval interval) {
        if (interval == null || interval.lower() == null) {
            return text(interval == null ? null : interval.value());
        }
        return String.format(Locale.ROOT, "%.4f (%.4f–%.4f)", interval.value(), interval.lower(), interval.upper());
    }

    static String text(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
