package io.loanflow.serving.protocol;

import io.loanflow.contracts.login.Role;
import io.loanflow.serving.champion.ServedModel;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What {@code mlflow models serve} answers, for its clients. */
@AllowedTo({})
@RestController
@Tag(name = "MLflow scoring", description = "Predictions for clients of MLflow's scoring server")
class MlflowController {

    private static final String CSV = "text/csv";
    private static final Set<String> KNOWN =
            Set.of(ColumnarRequest.SPLIT, ColumnarRequest.RECORDS, ColumnarRequest.INSTANCES, ColumnarRequest.INPUTS);

    private final Doors doors;

    MlflowController(Doors doors) {
        this.doors = doors;
    }

    /** For the description of the API: one of them. */
    record InvocationBody(
            @Schema(name = "dataframe_split") @Nullable SplitFrame dataframe_split,
            @Nullable List<Object> dataframe_records,
            @Nullable List<Object> instances,
            @Nullable Object inputs) {}

    /** A pandas frame. */
    record SplitFrame(List<String> columns, List<List<Object>> data) {}

    @AllowedTo(Role.PREDICT)
    @Operation(
            operationId = "invocations",
            summary = "Predict rows of the standard data set",
            description = "Of the data set that LOANFLOW_MODEL names or, where it has no champion, of the only other."
                    + " All rows are answered, or none.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = InvocationBody.class)),
                @Content(mediaType = CSV, schema = @Schema(type = "string"))
            })
    @PostMapping(
            path = "/invocations",
            consumes = {MediaType.APPLICATION_JSON_VALUE, CSV},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ScoredRow.Answers invocations(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        ServedModel model = doors.only();
        boolean isCsv = MediaType.parseMediaType(request.getContentType()).isCompatibleWith(MediaType.valueOf(CSV));
        return new ScoredRow.Answers(ScoredRow.of(doors.predictions(
                model,
                rows -> isCsv
                        ? CsvRequest.rows(body, rows, doors.mostRows())
                        : ColumnarRequest.rows(request(body), KNOWN, rows))));
    }

    private static JsonNode request(byte[] body) {
        return ProtocolJson.object(body);
    }

    @Operation(operationId = "ping", summary = "Whether there is a model to ask")
    @GetMapping(path = "/ping", produces = MediaType.TEXT_PLAIN_VALUE)
    String ping() {
        var unused = doors.only();
        return "\n";
    }

    @Operation(operationId = "health", summary = "As /ping")
    @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
    String health() {
        return ping();
    }

    @Operation(operationId = "version", summary = "Version of this service")
    @GetMapping(path = "/version", produces = MediaType.TEXT_PLAIN_VALUE)
    String version() {
        return InferenceController.version();
    }
}
