package io.loanflow.serving.web;

import io.loanflow.serving.champion.Champion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is in service. */
@RestController
@RequestMapping(path = "/api/v1/model", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Model", description = "What is in service")
class ModelController {

    private final Champion champion;

    ModelController(Champion champion) {
        this.champion = champion;
    }

    @Operation(operationId = "model", summary = "The model in service, its features, and an application that works")
    @GetMapping
    ModelDescription model() {
        return ModelDescription.of(champion.required());
    }
}
