package io.loanflow.training.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.release.RehearsalRecord;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.training.statistics.Estimate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulingFilesTest {

    private static final Estimate DIFFERENCE = new Estimate(-0.01, 0.005, -0.02, 0.0001, 0.95);
    private static final Ruling RULING = new Ruling(
            Verdict.REFUSED,
            "Version 2 is worse for <b>.",
            List.of(
                    Criterion.passes(
                            "ROC AUC", Figures.of(0.97, 0.98, DIFFERENCE).detecting(0.0123), "not lower"),
                    Criterion.refuses(
                            "Log loss of a|b=<b>", Figures.of(1234.5, Double.NaN, null), "not higher", "worse for <b>"),
                    Criterion.noted(
                            "Rows of its load",
                            Figures.of(45_000.0, 44_000.0, null).rounded(0),
                            "")));

    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @Test
    void aTableHasARowForEachCriterionInAnyLocale() {
        Locale.setDefault(Locale.GERMANY);

        assertThat(RulingTable.markdown(RULING)).isEqualTo("""
                | Criterion | Challenger | Champion | Difference (interval) | Verdict |
                |:----------|-----------:|---------:|----------------------:|:--------|
                | ROC AUC | 0.9700 | 0.9800 | -0.0100 (-0.0200 to +0.0001) | passes |
                | Log loss of a\\|b=<b> | 1,234.5000 |  |  | **refuses** |
                | Rows of its load | 45,000 | 44,000 |  | noted |
                """);
    }

    @Test
    void aLongTableLeavesOutWhatIsNotBad() {
        List<Criterion> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(Criterion.passes("Log loss of group=" + i, Figures.NONE, ""));
        }
        many.add(Criterion.refuses("Log loss of group=last", Figures.NONE, "", "worse"));
        String table = RulingTable.markdown(new Ruling(Verdict.REFUSED, "worse", many));

        assertThat(table)
                .contains("| Log loss of group=last |", "| and 481 more, none of them bad |")
                .hasSizeLessThan(2000);
    }

    @Test
    void thePageEscapesWhatItShows() {
        String page = file(".html");

        assertThat(page)
                .contains(
                        "The gate: loan version 2, against champion version 1",
                        "Log loss of a|b&#x3D;&lt;b&gt;",
                        "<td class=\"number\">0.0123</td>",
                        "<small class=\"refuses\">worse for &lt;b&gt;</small>")
                .doesNotContain("<b>", "NaN");
    }

    @Test
    void jsonHoldsEveryFigureWhole() {
        JsonNode json = JsonMapper.shared().readTree(file(".json"));

        assertThat(json.path("verdict").asString()).isEqualTo("REFUSED");
        assertThat(json.at("/criteria/0/interval/lower").asDouble()).isEqualTo(-0.02);
        assertThat(json.at("/criteria/0/true_gain_that_passes_9_of_10").asDouble())
                .isEqualTo(0.0123);
        assertThat(json.at("/criteria/1/champion").isNull()).isTrue();
        assertThat(json.at("/criteria/1/finding").asString()).isEqualTo("worse for <b>");
    }

    @Test
    void theRehearsalComesToStandInTheRulingOnce() {
        Ruling read = RulingFiles.read(file(".json").getBytes(StandardCharsets.UTF_8));
        assertThat(read).isEqualTo(RULING);
        ModelVersionRef version = new ModelVersionRef("loan", 2, "run", "digest");
        Ruling promoted = new Ruling(Verdict.PROMOTED, "Version 2 is better.", RULING.criteria());

        Ruling fast = RehearsalCriterion.added(promoted, new RehearsalRecord(version, null, 0.2, 10, null));
        assertThat(fast.verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(RulingTable.markdown(fast)).endsWith("| One prediction in ms, median | 0.2000 |  |  | passes |\n");

        Ruling slow = RehearsalCriterion.added(
                fast, new RehearsalRecord(version, null, 12, 10, "one prediction takes 12 ms"));
        assertThat(slow.criteria()).hasSize(RULING.criteria().size() + 1);
        assertThat(slow.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(slow.reason())
                .isEqualTo("Version 2 is better. It is refused all the same: one prediction takes 12 ms.");
    }

    private static String file(String ending) {
        return new String(
                RulingFiles.of(new RulingHeading("loan", 2, 1), RULING).get("gate/against-version-1" + ending),
                StandardCharsets.UTF_8);
    }
}
