package io.loanflow.web.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A file of HTML with places for values, in Mustache's language. */
public final class PageTemplate {

    private final Template template;

    private PageTemplate(Template template) {
        this.template = template;
    }

    /** @param file beside the class */
    public static PageTemplate of(Class<?> owner, String file) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(owner.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            return new PageTemplate(Mustache.compiler()
                    .escapeHTML(true)
                    .nullValue("")
                    .emptyStringIsFalse(true)
                    .compile(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Escapes what it fills in. Null is nothing, and an empty text is no section.
     *
     * @param values a record or a map
     * @throws com.samskivert.mustache.MustacheException if the template names what the values do not have
     */
    public Markup fill(Object values) {
        return new Markup(template.execute(values));
    }
}
