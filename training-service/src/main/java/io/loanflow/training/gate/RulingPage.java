package io.loanflow.training.gate;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.loanflow.training.statistics.Bootstrap;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A ruling as one HTML page for people, which needs nothing but itself. */
final class RulingPage {

    /** Escapes what it fills in; a name that is not there is a mistake of the template. */
    private static final Template TEMPLATE = template();

    private RulingPage() {}

    static byte[] write(RulingHeading heading, Ruling ruling) {
        return TEMPLATE.execute(Content.of(heading, ruling)).getBytes(StandardCharsets.UTF_8);
    }

    private record Content(
            String title, String verdict, String colour, String reason, int resamples, List<Line> criteria) {

        static Content of(RulingHeading heading, Ruling ruling) {
            String opponent =
                    heading.champion() == null ? "the first version" : "against champion version " + heading.champion();
            return new Content(
                    heading.dataset() + " version " + heading.challenger() + ", " + opponent,
                    ruling.verdict().name().toLowerCase(Locale.ROOT),
                    switch (ruling.verdict()) {
                        case PROMOTED, UNCHANGED -> "good";
                        case REFUSED -> "bad";
                        case HELD -> "warn";
                    },
                    ruling.reason(),
                    Bootstrap.RESAMPLES,
                    ruling.criteria().stream().map(Line::of).toList());
        }
    }

    private record Line(
            String name,
            String challenger,
            String champion,
            String interval,
            String detectable,
            String opinion,
            String rule,
            String finding) {

        static Line of(Criterion criterion) {
            Figures figures = criterion.figures();
            return new Line(
                    criterion.name(),
                    figures.challengerText(),
                    figures.championText(),
                    figures.intervalText(),
                    figures.detectableText(),
                    criterion.opinion().word(),
                    criterion.rule(),
                    criterion.finding());
        }
    }

    private static Template template() {
        try (Reader page = new InputStreamReader(
                Objects.requireNonNull(RulingPage.class.getResourceAsStream("ruling.mustache")),
                StandardCharsets.UTF_8)) {
            return Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).compile(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
