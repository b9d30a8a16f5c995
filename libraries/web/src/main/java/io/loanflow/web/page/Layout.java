package io.loanflow.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Puts the content of a page into what all pages have: head, navigation, style. */
public final class Layout {

    static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private static final PageTemplate PAGE = PageTemplate.of(Layout.class, "layout.mustache");
    private static final PageTemplate STANDALONE = PageTemplate.of(Layout.class, "standalone.mustache");

    private final Addresses addresses;

    public Layout(Addresses addresses) {
        this.addresses = addresses;
    }

    private record Link(String title, String address, boolean current) {}

    /** Of pages to each other. */
    public Addresses addresses() {
        return addresses;
    }

    /** @param place that it belongs to; null for none */
    public ResponseEntity<String> page(@Nullable Place place, String title, Markup content) {
        return page(HttpStatus.OK, place, title, content);
    }

    public ResponseEntity<String> page(HttpStatus status, @Nullable Place place, String title, Markup content) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                // Pages are about persons, and about now.
                .cacheControl(CacheControl.noStore())
                .body(html(place, title, content));
    }

    String html(@Nullable Place place, String title, Markup content) {
        return PAGE.fill(Map.of("title", title, "links", links(place), "servers", servers(), "content", content))
                .html();
    }

    /** A page that needs nothing but itself, to be kept elsewhere. */
    public static String standalone(String title, Markup content) {
        return STANDALONE
                .fill(Map.of("title", title, "style", new Markup(style()), "content", content))
                .html();
    }

    private List<Link> links(@Nullable Place current) {
        return Arrays.stream(Place.values())
                .map(place -> new Link(place.title(), addresses.of(place), place == current))
                .toList();
    }

    private List<Link> servers() {
        Link mlflow = new Link("MLflow", addresses.mlflow(), false);
        return addresses
                .runs()
                .map(runs -> List.of(new Link("Temporal", runs, false), mlflow))
                .orElse(List.of(mlflow));
    }

    private static String style() {
        try (InputStream style =
                Objects.requireNonNull(Layout.class.getResourceAsStream("/META-INF/resources/style.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
