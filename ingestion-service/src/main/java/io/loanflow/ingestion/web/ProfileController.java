package io.loanflow.ingestion.web;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.LoadState;
import io.loanflow.ingestion.load.Datasets;
import io.loanflow.ingestion.profile.LoadProfile;
import io.loanflow.ingestion.profile.LoadProfiler;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the stored rows of a load look like. */
@RestController
@RequestMapping(path = LoadController.PATH + "/{id}/profile", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Loads")
class ProfileController {

    private final LoadLookup lookup;
    private final Datasets datasets;
    private final LoadProfiler profiler;

    ProfileController(LoadLookup lookup, Datasets datasets, LoadProfiler profiler) {
        this.lookup = lookup;
        this.datasets = datasets;
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
        DatasetDefinition definition = datasets.definition(load.key().dataset());
        if (definition.version() != load.key().definitionVersion()) {
            throw new LoadMissingException("load " + id + " is of version "
                    + load.key().definitionVersion() + " of the definition, which is not in force any more");
        }
        return profiler.profile(definition, id);
    }
}
