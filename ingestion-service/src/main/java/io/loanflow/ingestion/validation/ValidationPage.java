package io.loanflow.ingestion.validation;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The result as one HTML page for people, which needs nothing but itself. */
public final class ValidationPage {

    /** Escapes what it fills in; null is nothing, and a name that is not there is a mistake of the template. */
    private static final Template TEMPLATE = template();

    private ValidationPage() {}

    public static String write(ValidationResult result, LoadHeading load) {
        return TEMPLATE.execute(Report.of(result, load));
    }

    private static Template template() {
        try (Reader page = new InputStreamReader(
                Objects.requireNonNull(ValidationPage.class.getResourceAsStream("page.mustache")),
                StandardCharsets.UTF_8)) {
            return Mustache.compiler().escapeHTML(true).nullValue("").compile(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
