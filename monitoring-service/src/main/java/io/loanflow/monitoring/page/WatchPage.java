package io.loanflow.monitoring.page;

import io.loanflow.monitoring.followup.KeptFollowUp;
import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.web.page.Addresses;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.PageTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The windows of a data set, one of them in full, and what followed from alarms. */
public final class WatchPage {

    private static final PageTemplate TEMPLATE = PageTemplate.of(WatchPage.class, "watch.mustache");

    private WatchPage() {}

    /**
     * What is shown.
     *
     * @param datasets all that there are
     * @param windows the newest first
     * @param shown the one to show in full; empty where there is none yet
     * @param followUps the newest first
     */
    public record Content(
            String dataset,
            List<String> datasets,
            List<JudgedWindow> windows,
            List<JudgedWindow> shown,
            List<KeptFollowUp> followUps) {

        /** What followed from a window's alarm at last. */
        List<KeptFollowUp> followed(JudgedWindow window) {
            return followUps.stream()
                    .filter(followUp -> followUp.windows().contains(window.id()))
                    .limit(1)
                    .toList();
        }
    }

    public static Markup content(Content content, Addresses addresses) {
        Map<String, Object> values = new HashMap<>();
        values.put("dataset", content.dataset());
        values.put("several", content.datasets().size() > 1);
        values.put("datasets", DatasetChoice.of(content.datasets(), content.dataset()));
        values.put("none", content.windows().isEmpty());
        values.put(
                "windows",
                content.windows().stream()
                        .map(window -> WindowLine.of(window, content.followed(window)))
                        .toList());
        values.put("overTime", OverTime.of(content.windows()));
        values.put("hasOverTime", content.windows().size() > 1);
        values.put(
                "shown",
                content.shown().stream()
                        .map(window -> WindowView.of(window, content.followed(window)))
                        .toList());
        values.put(
                "followed",
                content.shown().stream()
                        .flatMap(window -> content.followed(window).stream())
                        .map(followUp -> FollowUpView.of(followUp, addresses))
                        .toList());
        values.put(
                "followUps",
                content.followUps().stream()
                        .map(followUp -> FollowUpView.of(followUp, addresses))
                        .toList());
        values.put("hasFollowUps", !content.followUps().isEmpty());
        return TEMPLATE.fill(values);
    }
}
