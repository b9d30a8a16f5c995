package io.loanflow.monitoring.activity;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.monitoring.notice.WindowNotices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for ended windows of all data sets by itself. */
@Component
class WatchSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(WatchSchedule.class);

    private final DatasetCatalog catalog;
    private final WindowNotices notices;

    WatchSchedule(DatasetCatalog catalog, WindowNotices notices) {
        this.catalog = catalog;
        this.notices = notices;
    }

    /** What is wrong with one data set is no reason not to look at the others. */
    @Scheduled(fixedDelayString = "${loanflow.watch-interval}", initialDelayString = "${loanflow.watch-interval}")
    void look() {
        for (String dataset : catalog.names()) {
            try {
                notices.look(dataset);
            } catch (RuntimeException e) {
                LOG.warn("The decisions of {} could not be looked at: {}", dataset, e.getMessage());
            }
        }
    }
}
