package io.loanflow.ingestion.web;

import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.DatasetLoads;
import io.loanflow.ingestion.ledger.LoadSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** Finds the loads that an address names. */
@Component
class LoadLookup {

    private final DatasetLoads loads;

    LoadLookup(DatasetLoads loads) {
        this.loads = loads;
    }

    /** @param dataset null for those of all data sets */
    Page<LoadSummary> page(@Nullable String dataset, Pageable page) {
        return dataset == null ? loads.findAllBy(page) : loads.findByDataset(dataset, page);
    }

    /** @throws LoadMissingException if there is none */
    DatasetLoad load(long id) {
        return loads.findById(id).orElseThrow(() -> new LoadMissingException("there is no load " + id));
    }
}
