package io.loanflow.ingestion.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.ingestion.load.Datasets;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows which data sets there are, and which of them cannot be loaded. */
@AllowedTo({Role.LOAD, Role.INSPECT, Role.AUDIT})
@RestController
@RequestMapping(path = "/api/v1/datasets", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Data sets", description = "What can be loaded")
class DatasetController {

    private final Datasets datasets;

    DatasetController(Datasets datasets) {
        this.datasets = datasets;
    }

    @Operation(operationId = "datasets", summary = "All data sets, and what is wrong with the definition of one")
    @GetMapping
    List<DatasetDescription> datasets() {
        return datasets.names().stream()
                .map(name -> new DatasetDescription(name, datasets.problem(name).orElse(null)))
                .toList();
    }
}
