package io.loanflow.serving.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.serving.decision.RepeatedRequests;
import io.loanflow.serving.prediction.BatchPrediction;
import io.loanflow.serving.prediction.Prediction;
import io.loanflow.serving.prediction.PredictionRequest;
import io.loanflow.serving.prediction.Predictor;
import io.loanflow.serving.prediction.WantedReasons;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Predictions over HTTP. The body is read here as bytes, and parsed by what reads rows. */
@AllowedTo(Role.PREDICT)
@RestController
@RequestMapping(
        path = {ApiPaths.OF_STANDARD + ApiPaths.PREDICTIONS, ApiPaths.OF_DATASET + ApiPaths.PREDICTIONS},
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Predictions", description = "What the champion says of a row")
class PredictionController {

    private static final String WANTED =
            "How many reasons of a negative decision at most (4 where nothing is said), none, or all: then also what"
                    + " each column contributed to any decision";

    private static final String KEY =
            "Names the request, so that it can be sent again: within a day it is then the same decision with the same"
                    + " answer";

    private final Predictor predictor;
    private final RequestKeys keys;
    private final RepeatedRequests requests;

    PredictionController(Predictor predictor, RequestKeys keys, RepeatedRequests requests) {
        this.predictor = predictor;
        this.keys = keys;
        this.requests = requests;
    }

    @Operation(operationId = "predict", summary = "Predict one row")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Prediction.class)))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Object predict(
            @PathVariable(required = false) @Nullable String dataset,
            @Parameter(description = WANTED) @RequestParam(required = false) @Nullable String reasons,
            @Parameter(description = KEY) @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable
                    String key,
            HttpServletRequest request)
            throws IOException {
        PredictionRequest asked = asked(dataset, reasons, key, request);
        return requests.answer(asked.key(), () -> predictor.predict(asked));
    }

    @Operation(
            operationId = "predictBatch",
            summary = "Predict many rows",
            description = "Each row has its own answer: a prediction, or its errors.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BatchPrediction.class)))
    @PostMapping(path = ApiPaths.BATCH, consumes = MediaType.APPLICATION_JSON_VALUE)
    Object predictBatch(
            @PathVariable(required = false) @Nullable String dataset,
            @Parameter(description = WANTED) @RequestParam(required = false) @Nullable String reasons,
            @Parameter(description = KEY) @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable
                    String key,
            HttpServletRequest request)
            throws IOException {
        PredictionRequest asked = asked(dataset, reasons, key, request);
        return requests.answer(asked.key(), () -> predictor.predictBatch(asked));
    }

    private PredictionRequest asked(
            @Nullable String dataset, @Nullable String reasons, @Nullable String key, HttpServletRequest request)
            throws IOException {
        byte[] body = BodyReader.read(request);
        return new PredictionRequest(dataset, body, WantedReasons.parse(reasons), keys.of(key, request, body));
    }
}
