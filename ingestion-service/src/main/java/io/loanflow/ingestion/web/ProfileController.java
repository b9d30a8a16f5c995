package io.loanflow.ingestion.web;

import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.contracts.login.Role;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.KeptDefinition;
import io.loanflow.ingestion.ledger.LoadLedger;
import io.loanflow.ingestion.ledger.LoadState;
import io.loanflow.ingestion.profile.LoadProfile;
import io.loanflow.ingestion.profile.LoadProfiler;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the stored rows of a load look like. */
@AllowedTo({Role.LOAD, Role.INSPECT, Role.AUDIT})
@RestController
@RequestMapping(path = LoadController.PATH + "/{id}/profile", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Loads")
class ProfileController {

    private final LoadLookup lookup;
    private final LoadLedger ledger;
    private final LoadProfiler profiler;

    ProfileController(LoadLookup lookup, LoadLedger ledger, LoadProfiler profiler) {
        this.lookup = lookup;
        this.ledger = ledger;
        this.profiler = profiler;
    }

    @Operation(
            operationId = "profile",
            summary = "The stored rows, column by column",
            description =
                    "Computed by the database in one scan: missing values, range, mean and deviation, categories.")
    @GetMapping
    LoadProfile profile(@PathVariable long id) {
        DatasetLoad load = lookup.load(id);
        if (load.state() != LoadState.COMPLETE) {
            throw new LoadMissingException("load " + id + " has no rows that can be seen: it is " + load.state());
        }
        KeptDefinition kept = ledger.definition(load)
                .orElseThrow(() -> new LoadMissingException(
                        "load " + id + " was made before definitions were kept with loads; load its file again"));
        return profiler.profile(DatasetDefinitionReader.read(kept.definition(), "the definition of load " + id), id);
    }
}
