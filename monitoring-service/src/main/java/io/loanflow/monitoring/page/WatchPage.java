package io.loanflow.monitoring.page;

import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.PageTemplate;
import java.util.List;
import java.util.Map;

/** The windows of a data set, and one of them in full. */
public final class WatchPage {

    private static final PageTemplate TEMPLATE = PageTemplate.of(WatchPage.class, "watch.mustache");

    private WatchPage() {}

    /**
     * @param windows the newest first, shown in full first
     * @param shown the one to show in full; empty where there is none yet
     */
    public static Markup content(String dataset, List<JudgedWindow> windows, List<JudgedWindow> shown) {
        return TEMPLATE.fill(Map.of(
                "dataset", dataset,
                "none", windows.isEmpty(),
                "windows", windows.stream().map(WindowLine::of).toList(),
                "overTime", OverTime.of(windows),
                "hasOverTime", windows.size() > 1,
                "shown", shown.stream().map(WindowView::of).toList()));
    }
}
