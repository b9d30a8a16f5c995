package io.loanflow.ingestion.validation;

import io.loanflow.contracts.ingestion.DataOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result as one HTML page for people, which needs nothing but itself. */
public final class ValidationPage {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private ValidationPage() {}

    public static String write(ValidationResult result, LoadHeading load) {
        ValidationMeta meta = result.meta();
        Map<String, String> parts = Map.of(
                "title", Html.escaped("Validation of data set " + meta.dataset()),
                "file", Html.escaped(meta.file()),
                "version", Integer.toString(meta.definitionVersion()),
                "load", load(load, result),
                "verdict",
                        synthetic(meta) + outcome(load) + (load.visible() || !result.success() ? verdict(result) : ""),
                "figures", figures(result, load),
                "sections", sections(result.results()));
        // In one pass, so that what is filled in is never taken for a place to fill.
        return PLACE.matcher(template())
                .replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(place.group(1)))));
    }

    private static String synthetic(ValidationMeta meta) {
        return meta.dataOrigin() == DataOrigin.SYNTHETIC
                ? Html.element("div", "verdict warn", "Synthetic rows: made up by a generator, nobody's applications")
                : "";
    }

    private static String outcome(LoadHeading load) {
        String colour = !load.visible() ? "bad" : load.outcome().equals("loaded") ? "good" : "warn";
        String reason = load.reason() == null ? "" : Html.element("span", "", Html.escaped(load.reason()));
        return Html.element(
                "div", "verdict " + colour, "Load " + load.id() + ": " + Html.escaped(load.outcome()) + reason);
    }

    private static String load(LoadHeading load, ValidationResult result) {
        return fact("Begun", load.time().truncatedTo(ChronoUnit.SECONDS).toString())
                + fact("SHA-256", load.sha256())
                + fact("Limit", limit(result))
                + (load.run() == null ? "" : fact("Run", load.run()))
                + Html.element("dt", "", "More")
                + Html.element(
                        "dd",
                        "",
                        link(load, "/quarantine?format=csv", "rows set aside")
                                + (load.visible() ? ", " + link(load, "/profile", "profile of the stored rows") : "")
                                + ", " + link(load, "", "the load"));
    }

    /** Of a row's critical expectations, which all have it. */
    private static String limit(ValidationResult result) {
        return result.results().stream()
                .map(ExpectationResult::expectationConfig)
                .filter(ExpectationConfig::setsRowsAside)
                .map(config -> config.kwargs().get("mostly"))
                .flatMap(mostly ->
                        mostly instanceof Number share ? Stream.of(100 - 100 * share.doubleValue()) : Stream.of())
                .findFirst()
                .map(percent -> "at most " + Html.percent(percent) + " of the rows may be set aside")
                .orElse("none");
    }

    private static String fact(String name, String value) {
        return Html.element("dt", "", name) + Html.element("dd", "", Html.escaped(value));
    }

    private static String link(LoadHeading load, String path, String text) {
        return "<a href=\"" + Html.escaped(load.address() + path) + "\">" + text + "</a>";
    }

    private static String verdict(ValidationResult result) {
        ValidationStatistics statistics = result.statistics();
        if (result.success()) {
            return Html.element(
                    "div", "verdict good", "✓ All " + statistics.evaluatedExpectations() + " expectations are met");
        }
        boolean critical =
                result.results().stream().anyMatch(found -> !found.success() && severity(found) == Severity.CRITICAL);
        return Html.element(
                "div",
                critical ? "verdict bad" : "verdict warn",
                "✗ " + statistics.unsuccessfulExpectations() + " of " + statistics.evaluatedExpectations()
                        + " expectations are not met"
                        + Html.element("span", "", critical ? "" : "none of them critical"));
    }

    private static String figures(ValidationResult result, LoadHeading load) {
        ValidationMeta meta = result.meta();
        double share = meta.rowsRead() == 0 ? 0 : 100.0 * meta.rowsQuarantined() / meta.rowsRead();
        return figure(Html.count(meta.rowsRead()), "rows read")
                + figure(Html.count(load.stored()), "rows stored")
                + figure(
                        Html.count(meta.rowsQuarantined()),
                        (load.visible() ? "rows set aside, " : "wrong rows, ") + Html.percent(share))
                + figure(
                        Html.percent(result.statistics().successPercent()),
                        "of " + result.statistics().evaluatedExpectations() + " expectations met");
    }

    private static String figure(String value, String label) {
        return Html.element("div", "figure", Html.element("b", "", value) + Html.element("span", "", label));
    }

    private static String sections(List<ExpectationResult> results) {
        Predicate<ExpectationResult> failed = found -> !found.success();
        Predicate<ExpectationResult> clean =
                found -> Objects.requireNonNullElse(found.result().unexpectedCount(), 0L) == 0;
        Predicate<ExpectationResult> aside = ValidationPage::foundWrongRows;
        return section("Not met", results, failed)
                + section("Broken by rows", results, failed.negate().and(aside))
                + section(
                        "Met, though not by every row",
                        results,
                        failed.negate().and(aside.negate()).and(clean.negate()))
                + section("Met", results, failed.negate().and(clean));
    }

    private static String section(String title, List<ExpectationResult> results, Predicate<ExpectationResult> which) {
        List<ExpectationResult> selected = results.stream().filter(which).toList();
        if (selected.isEmpty()) {
            return "";
        }
        String rows = selected.stream().map(ValidationPage::row).collect(Collectors.joining("\n"));
        return Html.element("h2", "", title + " (" + selected.size() + ")") + Html.element("section", "", rows);
    }

    /** Whether rows broke it that were set aside, however few. */
    private static boolean foundWrongRows(ExpectationResult found) {
        return found.expectationConfig().setsRowsAside()
                && Objects.requireNonNullElse(found.result().unexpectedCount(), 0L) > 0;
    }

    private static String state(ExpectationResult found) {
        if (!found.success()) {
            return "✗ not met";
        }
        return foundWrongRows(found) ? "✗ broken" : "✓ met";
    }

    private static String row(ExpectationResult found) {
        String severity = severity(found).name().toLowerCase(Locale.ROOT);
        String state = state(found) + Html.element("span", "badge " + severity, severity);
        String what = ExpectationText.of(found.expectationConfig())
                + Html.element(
                        "code", "", Html.escaped(found.expectationConfig().type()));
        return Html.element(
                "div",
                found.success() && !foundWrongRows(found) ? "result" : "result failed",
                Html.element("div", "state", state)
                        + Html.element("div", "what", what)
                        + Html.element(
                                "div",
                                "seen",
                                ObservationText.seen(
                                        found.result(),
                                        found.expectationConfig().setsRowsAside()))
                        + ObservationText.values(found.result()));
    }

    private static Severity severity(ExpectationResult found) {
        return found.expectationConfig().severity();
    }

    private static String template() {
        try (InputStream page = ValidationPage.class.getResourceAsStream("page.html")) {
            return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
