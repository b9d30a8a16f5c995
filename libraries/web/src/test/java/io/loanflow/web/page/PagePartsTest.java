package io.loanflow.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagePartsTest {

    private static final String ATTACK = "<script>alert('1')</script>\"";

    @Test
    void whatIsFilledInIsTextAndNeverMarkup() {
        Markup page = PageTemplate.of(ProblemPages.class, "problem.mustache")
                .fill(Map.of("title", ATTACK, "status", 404, "detail", ATTACK));

        assertThat(page.html()).doesNotContain("<script", "'1'").contains("&lt;script&gt;");
        assertThat(Bars.of(ATTACK, List.of(ATTACK), List.of(1L)).html())
                .doesNotContain("<script", "\"\"")
                .contains("&lt;script&gt;");
    }

    @Test
    void aTemplateThatNamesWhatIsNotThereIsAMistake() {
        PageTemplate template = PageTemplate.of(ProblemPages.class, "problem.mustache");

        assertThatThrownBy(() -> template.fill(Map.of("title", "", "status", 1)))
                .isInstanceOf(MustacheException.class);
    }

    @Test
    void aPageThatIsKeptElsewhereNeedsNothingButItself() {
        String page = Layout.standalone("A & B", new Markup("<p>here</p>"));

        assertThat(page)
                .contains("<title>A &amp; B</title>", "<p>here</p>", "prefers-color-scheme: dark")
                .doesNotContain("href=", "src=");
    }

    @Test
    void barsAreSharesOfTheirSample() {
        String drawing = Bars.of("two", List.of("a", "b"), List.of(10L, 30L), List.of(2L, 2L))
                .html();

        assertThat(drawing)
                .contains("a: learned from 25 %, now 50 %", "b: learned from 75 %, now 50 %", "aria-label=\"two\"")
                .contains("height=\"60.00\"");
    }

    /** A column may have tens of thousands of categories. */
    @Test
    void ofVeryManyCellsTheLargestAreDrawn() {
        List<String> cells =
                IntStream.range(0, 30_000).mapToObj(cell -> "cell " + cell).toList();
        List<Long> counts = IntStream.range(0, 30_000)
                .mapToObj(cell -> cell == 29_999 ? 1_000L : cell % 2L)
                .toList();

        String drawing = Bars.of("many", cells, counts, counts).html();

        assertThat(drawing.split("<rect", -1)).hasSizeBetween(200, 500);
        assertThat(drawing)
                .contains("cell 29999: learned from 6.", "29,801 more: learned from", "cell 1:")
                .doesNotContain("cell 2:");
    }

    @Test
    void aCurveHasALineForWhatWasExpectedAndATickForWhatCameOut() {
        Curve.Figure half = new Curve.Figure(0.5, 0.4, 0.6);
        Curve.Figure more = new Curve.Figure(0.8, 0.7, 0.9);

        String drawing = Curve.of(
                        "AUC",
                        List.of(
                                new Curve.Moment("first", half, null),
                                new Curve.Moment("none", null, null),
                                new Curve.Moment("last", more, half)))
                .html();

        assertThat(drawing)
                .contains("AUC, drawn from 0.400 to 0.900", "points=\"66.67,80.00 333.33,20.00\"", "<title>last: 0.500")
                .contains("66.67,60.00 333.33,0.00 333.33,40.00 66.67,100.00")
                .doesNotContain("first: ");
        assertThat(Curve.of("nothing", List.of()).html()).contains("points=\"\"");
    }

    @Test
    void formsAreReadAsTheyAreSent() {
        byte[] body = "a=1+2&b=%C3%A4%26&c=&a=3&broken=%zz&alone".getBytes(StandardCharsets.UTF_8);

        assertThat(FormBody.read(body))
                .containsExactly(
                        Map.entry("a", "3"), Map.entry("b", "ä&"), Map.entry("c", ""), Map.entry("broken", "%zz"));
    }

    @ParameterizedTest
    @CsvSource({"0.25,25 %", "0.07,7 %", "0.000222,0.0222 %", "0.33333,33.3 %", "1,100 %"})
    void sharesHaveThreeDigits(double share, String text) {
        assertThat(Texts.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"12345678,'12,345,678'", "0.1234567,0.123457", "1e-9,1E-9", "-3.50,-3.5"})
    void numbersHaveSixDigitsAndWholeOnesAll(double number, String text) {
        assertThat(Texts.number(number)).isEqualTo(text);
    }
}
