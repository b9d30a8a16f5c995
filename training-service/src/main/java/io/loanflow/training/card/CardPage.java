package io.loanflow.training.card;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.loanflow.training.report.DependencePicture;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** A card for people: one HTML page, which needs nothing but itself. */
final class CardPage {

    /** Escapes what it fills in; null is nothing, and a name that is not there is a mistake of the template. */
    private static final Template TEMPLATE = template();

    private CardPage() {}

    static byte[] write(ModelCard card) {
        View view = new View(
                card,
                !card.data().use().caveats().isEmpty(),
                origins(card),
                CardTables.of(card),
                DependencePicture.svg(card.explanation()));
        return TEMPLATE.execute(view).getBytes(StandardCharsets.UTF_8);
    }

    private static String origins(ModelCard card) {
        return card.data().rowsByOrigin().entrySet().stream()
                .map(origin -> String.format(Locale.ROOT, "%,d rows (%s)", origin.getValue(), origin.getKey()))
                .collect(Collectors.joining(", "));
    }

    /**
     * What the template shows.
     *
     * @param caveats whether there are any
     * @param picture of how the probability follows the columns, as SVG; empty where there is none
     */
    record View(ModelCard card, boolean caveats, String origins, List<CardTable> tables, String picture) {}

    private static Template template() {
        try (Reader page = new InputStreamReader(
                Objects.requireNonNull(CardPage.class.getResourceAsStream("card.mustache")), StandardCharsets.UTF_8)) {
            return Mustache.compiler()
                    .escapeHTML(true)
                    .nullValue("")
                    .emptyStringIsFalse(true)
                    .compile(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
