package io.loanflow.ingestion.validation;

import io.loanflow.contracts.ingestion.DataOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The result as one HTML page for people, which needs nothing but itself. */
public final class ValidationPage {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private ValidationPage() {}

    public static String write(ValidationResult result) {
        ValidationMeta meta = result.meta();
        Map<String, String> parts = Map.of(
                "title", Html.escaped("Validation of data set " + meta.dataset()),
                "file", Html.escaped(meta.file()),
                "version", Integer.toString(meta.definitionVersion()),
                "verdict", synthetic(meta) + verdict(result),
                "figures", figures(result),
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

    private static String figures(ValidationResult result) {
        ValidationMeta meta = result.meta();
        double share = meta.rowsRead() == 0 ? 0 : 100.0 * meta.rowsQuarantined() / meta.rowsRead();
        return figure(Html.count(meta.rowsRead()), "rows read")
                + figure(Html.count(meta.rowsRead() - meta.rowsQuarantined()), "rows kept")
                + figure(Html.count(meta.rowsQuarantined()), "rows set aside, " + Html.percent(share))
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
        return section("Not met", results, failed)
                + section(
                        "Met, though not by every row", results, failed.negate().and(clean.negate()))
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

    private static String row(ExpectationResult found) {
        String severity = severity(found).name().toLowerCase(Locale.ROOT);
        String state = (found.success() ? "✓ met" : "✗ not met") + Html.element("span", "badge " + severity, severity);
        String what = ExpectationText.of(found.expectationConfig())
                + Html.element(
                        "code", "", Html.escaped(found.expectationConfig().type()));
        return Html.element(
                "div",
                found.success() ? "result" : "result failed",
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
