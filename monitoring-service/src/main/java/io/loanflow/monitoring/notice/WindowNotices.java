package io.loanflow.monitoring.notice;

import io.loanflow.monitoring.judgement.DatasetWatch;
import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.WindowLedger;
import io.loanflow.monitoring.judgement.WindowState;
import io.loanflow.tracking.TrackingException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Judges what has ended and tells whoever is to know. Who cannot be reached is told with the next look. */
@Component
public class WindowNotices {

    private static final Logger LOG = LoggerFactory.getLogger(WindowNotices.class);

    private final DatasetWatch watch;
    private final WindowLedger ledger;
    private final WindowRuns runs;
    private final WindowGauges gauges;
    private final AlertWebhook webhook;

    WindowNotices(DatasetWatch watch, WindowLedger ledger, WindowRuns runs, WindowGauges gauges, AlertWebhook webhook) {
        this.watch = watch;
        this.ledger = ledger;
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

    private void tellAll(String dataset) {
        ledger.latest(dataset, 1).forEach(window -> gauges.show(window.report()));
        try {
            ledger.untold(dataset).forEach(this::tell);
        } catch (TrackingException | NotToldException e) {
            LOG.warn("Windows of {} are judged, but not told to all yet: {}", dataset, e.getMessage());
        }
    }

    private void tell(JudgedWindow window) {
        runs.log(window);
        if (window.report().state() == WindowState.ALARM) {
            webhook.tell(window);
        }
        ledger.told(window.id());
    }
}
