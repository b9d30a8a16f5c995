package io.loanflow.serving.web;

import io.loanflow.serving.prediction.BatchPrediction;
import io.loanflow.serving.prediction.Prediction;
import io.loanflow.serving.prediction.Predictor;
import io.loanflow.serving.prediction.WantedReasons;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Predictions over HTTP. The body is read here as bytes, and parsed by what reads rows. */
@RestController
@RequestMapping(
        path = {ApiPaths.OF_STANDARD + ApiPaths.PREDICTIONS, ApiPaths.OF_DATASET + ApiPaths.PREDICTIONS},
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Predictions", description = "What the champion says of a row")
class PredictionController {

    private static final String WANTED =
            "How many reasons of a negative decision at most (4 where nothing is said), none, or all: then also what each"
                    + " column contributed to any decision";

    private final Predictor predictor;

    PredictionController(Predictor predictor) {
        this.predictor = predictor;
    }

    @Operation(operationId = "predict", summary = "Predict one row")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Prediction predict(
            @PathVariable(required = false) @Nullable String dataset,
            @Parameter(description = WANTED) @RequestParam(required = false) @Nullable String reasons,
            HttpServletRequest request)
            throws IOException {
        return predictor.predict(dataset, BodyReader.read(request), WantedReasons.parse(reasons));
    }

    @Operation(
            operationId = "predictBatch",
            summary = "Predict many rows",
            description = "Each row has its own answer: a prediction, or its errors.")
    @PostMapping(path = ApiPaths.BATCH, consumes = MediaType.APPLICATION_JSON_VALUE)
    BatchPrediction predictBatch(
            @PathVariable(required = false) @Nullable String dataset,
            @Parameter(description = WANTED) @RequestParam(required = false) @Nullable String reasons,
            HttpServletRequest request)
            throws IOException {
        return predictor.predictBatch(dataset, BodyReader.read(request), WantedReasons.parse(reasons));
    }
}
