package io.loanflow.serving.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.serving.champion.Champions;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is in service. */
@AllowedTo({Role.PREDICT, Role.INSPECT, Role.OPERATE, Role.AUDIT})
@RestController
@RequestMapping(
        path = {ApiPaths.OF_STANDARD + ApiPaths.MODEL, ApiPaths.OF_DATASET + ApiPaths.MODEL},
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Model", description = "What is in service")
class ModelController {

    private final Champions champions;

    ModelController(Champions champions) {
        this.champions = champions;
    }

    @Operation(operationId = "model", summary = "The model in service, its features, and a row that works")
    @GetMapping
    ModelDescription model(@PathVariable(required = false) @Nullable String dataset) {
        return ModelDescription.of(champions.required(dataset));
    }
}
