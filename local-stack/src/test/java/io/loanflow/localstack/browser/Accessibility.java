package io.loanflow.localstack.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe-core finds that keeps somebody from using a page. */
final class Accessibility {

    /** Serious and critical findings, as text; it is the page that is asked, whose rules forbid scripts of its own. */
    private static final String FINDINGS = "async () => (await axe.run(document, {resultTypes: ['violations']}))"
            + ".violations.filter(found => ['serious', 'critical'].includes(found.impact))"
            + ".map(found => found.id + ': ' + found.nodes.map(node => node.html).join(' | '))";

    private Accessibility() {}

    /** Has pages of the context bring axe-core with them. */
    static void prepare(BrowserContext context) {
        context.addInitScript(script());
    }

    static List<?> findings(Page page) {
        return (List<?>) page.evaluate(FINDINGS);
    }

    private static String script() {
        try (InputStream axe =
                Objects.requireNonNull(Accessibility.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
