package io.loanflow.training.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A ruling's criteria as a Markdown table, short enough for Temporal's details and a tag of MLflow. */
public final class RulingTable {

    private static final int MOST_ROWS = 20;
    private static final String HEAD = """
            | Criterion | Challenger | Champion | Difference (interval) | Verdict |
            |:----------|-----------:|---------:|----------------------:|:--------|
            """;

    private RulingTable() {}

    /** What is bad is never left out. */
    public static String markdown(Ruling ruling) {
        StringBuilder table = new StringBuilder(HEAD);
        List<Criterion> shown = shown(ruling.criteria());
        shown.forEach(criterion -> table.append(row(criterion)));
        int left = ruling.criteria().size() - shown.size();
        return left == 0
                ? table.toString()
                : table.append("| and " + left + " more, none of them bad | | | | |\n")
                        .toString();
    }

    private static List<Criterion> shown(List<Criterion> all) {
        if (all.size() <= MOST_ROWS) {
            return all;
        }
        List<Criterion> shown = new ArrayList<>(Stream.concat(
                        all.stream().filter(Criterion::isBad), all.stream().filter(criterion -> !criterion.isBad()))
                .limit(MOST_ROWS)
                .toList());
        shown.sort((one, other) -> Integer.compare(all.indexOf(one), all.indexOf(other)));
        return shown;
    }

    private static String row(Criterion criterion) {
        Figures figures = criterion.figures();
        String verdict = criterion.isBad()
                ? "**" + criterion.opinion().word() + "**"
                : criterion.opinion().word();
        return "| " + cell(criterion.name()) + " | " + figures.challengerText() + " | " + figures.championText() + " | "
                + figures.intervalText() + " | " + verdict + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
