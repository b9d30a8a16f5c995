package io.loanflow.serving.web;

import io.loanflow.serving.champion.WarmUp;
import io.loanflow.serving.prediction.Prediction;
import io.loanflow.serving.prediction.Predictor;
import io.loanflow.serving.prediction.WantedReasons;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What a prediction takes, of a model that is not in service yet; for this process only, and counted as no prediction. */
@AllowedTo({})
@RestController
@Hidden
class WarmUpController {

    private final WarmUp warmUp;
    private final Predictor predictor;

    WarmUpController(WarmUp warmUp, Predictor predictor) {
        this.warmUp = warmUp;
        this.predictor = predictor;
    }

    /** @throws NoResourceFoundException to whom the token is not known */
    @PostMapping(
            path = WarmUp.PATH + "/{token}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Prediction predict(@PathVariable String token, HttpServletRequest request)
            throws IOException, NoResourceFoundException {
        var model = warmUp.candidate(token);
        if (model.isEmpty()) {
            throw new NoResourceFoundException(HttpMethod.POST, request.getRequestURI(), WarmUp.PATH);
        }
        return predictor.answer(model.get(), BodyReader.read(request), WantedReasons.STANDARD);
    }
}
