package io.loanflow.serving.web;

import io.loanflow.serving.prediction.BatchPrediction;
import io.loanflow.serving.prediction.Prediction;
import io.loanflow.serving.prediction.Predictor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Predictions over HTTP. The body is read here as bytes, so that its size is limited before anything is parsed. */
@RestController
@RequestMapping(path = "/api/v1/predictions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Predictions", description = "What the champion says of an application")
class PredictionController {

    private final Predictor predictor;
    private final BodyReader bodies;

    PredictionController(Predictor predictor, BodyReader bodies) {
        this.predictor = predictor;
        this.bodies = bodies;
    }

    @Operation(operationId = "predict", summary = "Predict one application")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Prediction predict(HttpServletRequest request) throws IOException {
        return predictor.predict(bodies.read(request));
    }

    @Operation(
            operationId = "predictBatch",
            summary = "Predict many applications",
            description = "Each application has its own answer: a prediction, or its errors.")
    @PostMapping(path = "/batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    BatchPrediction predictBatch(HttpServletRequest request) throws IOException {
        return predictor.predictBatch(bodies.read(request));
    }
}
