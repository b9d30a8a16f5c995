package io.loanflow.monitoring.page;

import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.performance.Interval;
import io.loanflow.monitoring.performance.Performance;
import io.loanflow.web.page.Curve;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A figure of performance window by window. */
record OverTime(String name, Markup drawing) {

    /** @param windows the newest first */
    static List<OverTime> of(List<JudgedWindow> windows) {
        List<JudgedWindow> ordered = new ArrayList<>(windows);
        Collections.reverse(ordered);
        if (ordered.size() < 2) {
            return List.of();
        }
        return List.of(
                of("ROC AUC", ordered, Performance::auc),
                of("Accuracy", ordered, Performance::accuracy),
                of("Precision", ordered, Performance::precision),
                of("Recall", ordered, Performance::recall));
    }

    private static OverTime of(
            String name, List<JudgedWindow> windows, Function<Performance, @Nullable Interval> figure) {
        List<Curve.Moment> moments = windows.stream()
                .map(window -> new Curve.Moment(
                        Texts.time(window.report().from()),
                        figure(window.report().expected(), figure),
                        figure(window.report().realised(), figure)))
                .toList();
        return new OverTime(
                name, Curve.of(name + " of " + windows.size() + " windows, expected and as it came out", moments));
    }

    private static Curve.@Nullable Figure figure(
            @Nullable Performance performance, Function<Performance, @Nullable Interval> figure) {
        Interval interval = performance == null ? null : figure.apply(performance);
        return interval == null ? null : new Curve.Figure(interval.value(), interval.lower(), interval.upper());
    }
}
