package io.loanflow.ingestion.web;

import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.DatasetLoads;
import org.springframework.stereotype.Component;

/** Finds the load that an address names. */
@Component
class LoadLookup {

    private final DatasetLoads loads;

    LoadLookup(DatasetLoads loads) {
        this.loads = loads;
    }

    /** @throws LoadMissingException if there is none */
    DatasetLoad load(long id) {
        return loads.findById(id).orElseThrow(() -> new LoadMissingException("there is no load " + id));
    }
}
