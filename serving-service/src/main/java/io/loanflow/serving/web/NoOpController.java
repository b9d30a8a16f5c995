package io.loanflow.serving.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the server costs without a model, to compare predictions with; only in profile {@code benchmark}. It reads the body
 * as a prediction does, ignores it, and answers the same every time.
 */
@AllowedTo(Role.PREDICT)
@RestController
@Profile("benchmark")
@Hidden
class NoOpController {

    @PostMapping(
            path = "/api/v1/noop",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    String noOp(HttpServletRequest request) throws IOException {
        BodyReader.read(request);
        return "{}";
    }
}
