package io.loanflow.serving.protocol;

import io.loanflow.contracts.login.Role;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** KServe's first protocol, which is TensorFlow Serving's. */
@AllowedTo({Role.PREDICT, Role.INSPECT, Role.OPERATE, Role.AUDIT})
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "KServe v1", description = "Predictions for clients of KServe's first protocol and of TensorFlow Serving")
class KserveController {

    private static final Set<String> KNOWN = Set.of(ColumnarRequest.INSTANCES, ColumnarRequest.INPUTS);

    private final Doors doors;

    KserveController(Doors doors) {
        this.doors = doors;
    }

    /** Names of the models in service. */
    record Models(List<String> models) {}

    /** For the description of the API: one of them. */
    record PredictBody(
            @Nullable List<Object> instances, @Nullable Object inputs) {}

    @Operation(operationId = "kserveModels", summary = "The models in service")
    @GetMapping("/models")
    Models models() {
        return new Models(
                doors.models().stream().map(model -> model.version().name()).toList());
    }

    @Operation(operationId = "kserveModel", summary = "Whether a model answers")
    @GetMapping("/models/{model}")
    ModelState model(@PathVariable String model) {
        return new ModelState(doors.model(model).version().name(), true);
    }

    @AllowedTo(Role.PREDICT)
    @Operation(operationId = "kservePredict", summary = "Predict rows", description = "All rows are answered, or none.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PredictBody.class)))
    @PostMapping("/models/{model}:predict")
    ScoredRow.Answers predict(@PathVariable String model, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        return new ScoredRow.Answers(ScoredRow.of(doors.predictions(
                doors.model(model), rows -> ColumnarRequest.rows(ProtocolJson.object(body), KNOWN, rows))));
    }
}
