package io.loanflow.ingestion.validation;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.web.page.Texts;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page shows, in the order of its template; plain text throughout, which the template escapes. */
record Report(
        ValidationMeta meta,
        LoadHeading load,
        List<Banner> banners,
        List<Fact> facts,
        List<Figure> figures,
        List<ReportSection> sections) {

    static Report of(ValidationResult result, LoadHeading load) {
        return new Report(
                result.meta(),
                load,
                banners(result, load),
                facts(result, load),
                figures(result, load),
                ReportSection.all(result.results()));
    }

    private static List<Banner> banners(ValidationResult result, LoadHeading load) {
        List<Banner> banners = new ArrayList<>();
        if (result.meta().dataOrigin() == DataOrigin.SYNTHETIC) {
            banners.add(new Banner("warn", "Synthetic rows: made up by a generator, nobody's applications", null));
        }
        String colour = !load.visible() ? "bad" : result.meta().rowsQuarantined() == 0 ? "good" : "warn";
        banners.add(new Banner(colour, "Load " + load.id() + ": " + load.outcome(), load.reason()));
        if (load.visible() || !result.success()) {
            banners.add(verdict(result));
        }
        return banners;
    }

    private static Banner verdict(ValidationResult result) {
        ValidationStatistics statistics = result.statistics();
        if (result.success()) {
            return new Banner("good", "✓ All " + statistics.evaluatedExpectations() + " expectations are met", null);
        }
        boolean critical = result.results().stream()
                .anyMatch(found -> !found.success() && found.expectationConfig().severity() == Severity.CRITICAL);
        return new Banner(
                critical ? "bad" : "warn",
                "✗ " + statistics.unsuccessfulExpectations() + " of " + statistics.evaluatedExpectations()
                        + " expectations are not met",
                critical ? null : "none of them critical");
    }

    private static List<Fact> facts(ValidationResult result, LoadHeading load) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Begun", load.time().truncatedTo(ChronoUnit.SECONDS).toString()));
        facts.add(new Fact("SHA-256", load.sha256()));
        facts.add(new Fact("Limit", limit(result)));
        LeftOut leftOut = result.meta().leftOut();
        if (leftOut != null) {
            facts.add(new Fact("Rows", "kept where " + leftOut.where()));
        }
        if (load.run() != null) {
            facts.add(new Fact("Run", load.run()));
        }
        return facts;
    }

    /** Of a row's critical expectations, which all have it. */
    private static String limit(ValidationResult result) {
        return result.results().stream()
                .map(ExpectationResult::expectationConfig)
                .filter(ExpectationConfig::setsRowsAside)
                .map(config -> config.kwargs().get("mostly"))
                .filter(Number.class::isInstance)
                .map(mostly -> Texts.percent(1 - ((Number) mostly).doubleValue()))
                .findFirst()
                .map(percent -> "at most " + percent + " of the rows may be set aside")
                .orElse("none");
    }

    private static List<Figure> figures(ValidationResult result, LoadHeading load) {
        ValidationMeta meta = result.meta();
        double share = share(meta.rowsQuarantined(), meta.rowsChecked());
        String wrong = load.visible() ? "rows set aside, " : "wrong rows, ";
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(Texts.count(meta.rowsRead()), "rows read"));
        LeftOut leftOut = meta.leftOut();
        if (leftOut != null) {
            figures.add(new Figure(
                    Texts.count(leftOut.rows()),
                    "rows left out, " + Texts.percent(share(leftOut.rows(), meta.rowsRead()))));
        }
        figures.add(new Figure(Texts.count(load.stored()), "rows stored"));
        figures.add(new Figure(Texts.count(meta.rowsQuarantined()), wrong + Texts.percent(share)));
        figures.add(new Figure(
                Texts.percent(result.statistics().successPercent() / 100),
                "of " + result.statistics().evaluatedExpectations() + " expectations met"));
        return figures;
    }

    private static double share(long rows, long all) {
        return all == 0 ? 0 : (double) rows / all;
    }

    /** @param colour good, warn or bad */
    record Banner(String colour, String text, @Nullable String note) {}

    record Fact(String name, String value) {}

    record Figure(String value, String label) {}
}
