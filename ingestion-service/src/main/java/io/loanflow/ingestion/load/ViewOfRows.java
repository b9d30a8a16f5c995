package io.loanflow.ingestion.load;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.datasettables.RowView;
import io.loanflow.ingestion.ledger.LoadLedger;
import io.loanflow.ingestion.ledger.LoadSummary;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the view with a data set's name up to date. No load fails for it: nothing of Loanflow reads the view. */
@Component
class ViewOfRows {

    private static final Logger LOG = LoggerFactory.getLogger(ViewOfRows.class);

    private final LoadLedger ledger;

    ViewOfRows(LoadLedger ledger) {
        this.ledger = ledger;
    }

    /** Makes it show all complete loads of real rows. */
    void refresh(DatasetDefinition definition, LockedTable table) {
        Map<Long, String> origins = new LinkedHashMap<>();
        for (LoadSummary load : ledger.real(definition.name())) {
            origins.put(load.id(), load.origin().name());
        }
        if (origins.isEmpty()) {
            return;
        }
        try {
            if (!table.show(new RowView(definition), origins)) {
                LOG.warn("There is a table {}, so there is no view of that name", definition.name());
            }
        } catch (SQLException e) {
            LOG.warn("View {} does not show the newest load: {}", definition.name(), e.getMessage());
        }
    }
}
