package io.loanflow.serving.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the server costs without a model, to compare predictions with; only in profile {@code benchmark}. */
@RestController
@Profile("benchmark")
@Hidden
class NoOpController {

    @GetMapping(path = "/api/v1/noop", produces = MediaType.APPLICATION_JSON_VALUE)
    String noOp() {
        return "{}";
    }
}
