package io.loanflow.monitoring.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.loanflow.monitoring.judgement.JudgedWindow;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The windows of a data set, and one of them in full, as HTML. */
public final class WatchPage {

    /** Escapes what it fills in; null is nothing, and a name that is not there is a mistake of the template. */
    private static final Template TEMPLATE = template();

    private WatchPage() {}

    /**
     * @param windows the newest first, shown in full first
     * @param shown the one to show in full; empty where there is none yet
     */
    public static String write(String dataset, List<JudgedWindow> windows, List<JudgedWindow> shown) {
        return TEMPLATE.execute(Map.of(
                "dataset", dataset,
                "none", windows.isEmpty(),
                "windows", windows.stream().map(WindowLine::of).toList(),
                "shown", shown.stream().map(WindowView::of).toList()));
    }

    private static Template template() {
        try (Reader page = new InputStreamReader(
                Objects.requireNonNull(WatchPage.class.getResourceAsStream("watch.mustache")),
                StandardCharsets.UTF_8)) {
            return Mustache.compiler().escapeHTML(true).nullValue("").compile(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
