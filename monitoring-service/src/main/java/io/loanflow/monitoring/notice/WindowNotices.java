package io.loanflow.monitoring.notice;

import io.loanflow.monitoring.judgement.DatasetWatch;
import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.WindowLedger;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Judges what has ended and tells whoever is to know. Who cannot be reached is told with the next look, and keeps nobody else from being told. */
@Component
public class WindowNotices {

    private static final Logger LOG = LoggerFactory.getLogger(WindowNotices.class);

    /** Failures may take so long together in a look: a host that vanished lets each call wait. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DatasetWatch watch;
    private final WindowLedger ledger;
    private final NoticeMarks marks;
    private final WindowRuns runs;
    private final WindowGauges gauges;
    private final AlertWebhook webhook;

    WindowNotices(
            DatasetWatch watch,
            WindowLedger ledger,
            NoticeMarks marks,
            WindowRuns runs,
            WindowGauges gauges,
            AlertWebhook webhook) {
        this.watch = watch;
        this.ledger = ledger;
        this.marks = marks;
        this.runs = runs;
        this.gauges = gauges;
        this.webhook = webhook;
    }

    /** One look at a time: two would tell the same twice. */
    public synchronized List<JudgedWindow> look(String dataset) {
        try {
            return watch.judgeEnded(dataset);
        } finally {
            tellAll(dataset);
        }
    }

    /** The webhook first: an alarm is more urgent than a curve. */
    void tellAll(String dataset) {
        ledger.latest(dataset, 1).forEach(window -> gauges.show(window.report()));
        each(marks.untold(dataset), "told to the webhook", this::tell);
        each(marks.unlogged(dataset), "logged to MLflow", this::log);
    }

    private void tell(long window) {
        ledger.find(window).ifPresent(webhook::tell);
        marks.told(window);
    }

    private void log(NoticeMarks.Unlogged window) {
        ledger.find(window.window()).ifPresent(judged -> runs.log(judged, window.revision()));
        marks.logged(window);
    }

    /** Each window by itself: one that is refused says nothing about the next. */
    private static <T> void each(List<T> windows, String what, Consumer<T> notice) {
        int failed = 0;
        long lost = 0;
        for (T window : windows) {
            long begin = System.nanoTime();
            try {
                notice.accept(window);
            } catch (RuntimeException e) {
                failed++;
                lost += System.nanoTime() - begin;
                LOG.warn("A window is judged, but not yet {}: {}", what, e.getMessage());
                if (lost > PATIENCE.toNanos()) {
                    LOG.warn(
                            "Of {} windows that are to be {}, those after {} failures wait for the next look",
                            windows.size(),
                            what,
                            failed);
                    return;
                }
            }
        }
    }
}
