package io.loanflow.serving.protocol;

import io.loanflow.contracts.login.Role;
import io.loanflow.serving.champion.NoChampionException;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.champion.VersionNotServedException;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Open Inference Protocol (KServe's second one, also Triton's and MLServer's), REST. */
@AllowedTo({Role.PREDICT, Role.INSPECT, Role.OPERATE, Role.AUDIT})
@RestController
@RequestMapping(path = "/v2", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Open Inference Protocol", description = "Predictions for clients of KServe, Triton and MLServer")
class InferenceController {

    private static final String VERSION = "Registered version; it must be the one in service";

    private final Doors doors;

    InferenceController(Doors doors) {
        this.doors = doors;
    }

    /** What the protocol says of a server. */
    record ServerMetadata(String name, String version, List<String> extensions) {}

    record Liveness(boolean live) {}

    record Readiness(boolean ready) {}

    @Operation(operationId = "serverMetadata", summary = "The server")
    @GetMapping
    ServerMetadata server() {
        return new ServerMetadata("loanflow", version(), List.of("binary_tensor_data"));
    }

    /** Of this application; where it runs from classes it has none. */
    static String version() {
        return Objects.requireNonNullElse(
                InferenceController.class.getPackage().getImplementationVersion(), "development");
    }

    @AllowedTo({})
    @Operation(operationId = "serverLive", summary = "Whether the server answers")
    @GetMapping("/health/live")
    Liveness live() {
        return new Liveness(true);
    }

    @AllowedTo({})
    @Operation(operationId = "serverReady", summary = "Whether all models that ought to be in service are")
    @GetMapping("/health/ready")
    Readiness ready() {
        if (!doors.areOpen()) {
            throw new NoChampionException("not all models are in service yet");
        }
        return new Readiness(true);
    }

    @Operation(operationId = "modelMetadata", summary = "Inputs and outputs of a model")
    @GetMapping("/models/{model}")
    ModelMetadata metadata(@PathVariable String model) {
        return ModelMetadata.of(doors.model(model));
    }

    @Operation(operationId = "versionMetadata", summary = "Inputs and outputs of a version")
    @GetMapping("/models/{model}/versions/{version}")
    ModelMetadata metadata(@PathVariable String model, @Parameter(description = VERSION) @PathVariable String version) {
        return ModelMetadata.of(model(model, version));
    }

    @Operation(operationId = "modelReady", summary = "Whether a model answers")
    @GetMapping("/models/{model}/ready")
    ModelState modelReady(@PathVariable String model) {
        return new ModelState(doors.model(model).version().name(), true);
    }

    @Operation(operationId = "versionReady", summary = "Whether a version answers")
    @GetMapping("/models/{model}/versions/{version}/ready")
    ModelState versionReady(
            @PathVariable String model, @Parameter(description = VERSION) @PathVariable String version) {
        return new ModelState(model(model, version).version().name(), true);
    }

    @AllowedTo(Role.PREDICT)
    @Operation(
            operationId = "infer",
            summary = "Predict rows",
            description = "All rows are answered, or none: what is wrong with any of them is in the refusal.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = InferBody.class)))
    @PostMapping("/models/{model}/infer")
    InferAnswer infer(
            @PathVariable String model,
            @Parameter(description = "Bytes of the JSON, where values stand behind it")
                    @RequestHeader(name = BinaryTensors.HEADER, required = false)
                    @Nullable
                    String jsonLength,
            HttpServletRequest request)
            throws IOException {
        return infer(doors.model(model), null, jsonLength, request);
    }

    @AllowedTo(Role.PREDICT)
    @Operation(operationId = "inferByVersion", summary = "Predict rows by a version")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = InferBody.class)))
    @PostMapping("/models/{model}/versions/{version}/infer")
    InferAnswer infer(
            @PathVariable String model,
            @Parameter(description = VERSION) @PathVariable String version,
            @Parameter(description = "Bytes of the JSON, where values stand behind it")
                    @RequestHeader(name = BinaryTensors.HEADER, required = false)
                    @Nullable
                    String jsonLength,
            HttpServletRequest request)
            throws IOException {
        ServedModel asked = model(model, version);
        return infer(asked, asked.version().version(), jsonLength, request);
    }

    private InferAnswer infer(
            ServedModel model, @Nullable Integer version, @Nullable String jsonLength, HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        InferRequest asked = doors.reading(model, () -> InferRequest.read(body, jsonLength(jsonLength, body.length)));
        return InferAnswer.of(
                asked,
                model.version().name(),
                model.version().version(),
                doors.predictions(model, version, asked::rows));
    }

    private static int jsonLength(@Nullable String header, int body) {
        if (header == null) {
            return body;
        }
        try {
            int length = Integer.parseInt(header);
            if (length >= 0 && length <= body) {
                return length;
            }
        } catch (NumberFormatException e) {
            // As one that is out of range.
        }
        throw RowsBody.invalid("", "is not as long as the header " + BinaryTensors.HEADER + " says of its JSON");
    }

    /** The champion, where it is that version. */
    private ServedModel model(String name, String version) {
        ServedModel model = doors.model(name);
        if (!version.equals(Integer.toString(model.version().version()))) {
            throw new VersionNotServedException(model.version());
        }
        return model;
    }

    /** For the description of the API. */
    record InferBody(
            @Nullable String id,
            List<InputBody> inputs,
            @Nullable List<WantedOutput> outputs) {}

    /** One input. */
    record InputBody(String name, String datatype, List<Integer> shape, List<Object> data) {}

    /** One output that is wanted. */
    record WantedOutput(
            @Schema(allowableValues = {InferAnswer.DECISION, InferAnswer.PROBABILITY, InferAnswer.DECISION_ID})
            String name) {}
}
