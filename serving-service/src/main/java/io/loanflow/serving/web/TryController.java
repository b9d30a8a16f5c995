package io.loanflow.serving.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.page.FilledForm;
import io.loanflow.serving.page.TryPage;
import io.loanflow.serving.prediction.InvalidRequestException;
import io.loanflow.serving.prediction.Prediction;
import io.loanflow.serving.prediction.Predictor;
import io.loanflow.serving.prediction.WantedReasons;
import io.loanflow.serving.whatif.WhatIfAnswer;
import io.loanflow.serving.whatif.WhatIfSearch;
import io.loanflow.web.login.AllowedTo;
import io.loanflow.web.page.FormBody;
import io.loanflow.web.page.Layout;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.Place;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks the model in service by a form; nothing is counted or remembered. */
@AllowedTo(Role.PREDICT)
@RestController
@Hidden
@RequestMapping(path = "/try", produces = MediaType.TEXT_HTML_VALUE)
class TryController {

    private final Champions champions;
    private final Predictor predictor;
    private final WhatIfSearch search;
    private final Layout layout;

    TryController(Champions champions, Predictor predictor, WhatIfSearch search, Layout layout) {
        this.champions = champions;
        this.predictor = predictor;
        this.search = search;
        this.layout = layout;
    }

    /** Of the standard data set, else of the first that is served. */
    @GetMapping
    ResponseEntity<String> first() {
        List<ServedModel> served = champions.inService();
        return served.stream()
                .filter(model -> model.definition().name().equals(champions.standard()))
                .findFirst()
                .or(() -> served.stream().findFirst())
                .map(model -> page(HttpStatus.OK, new TryPage(model, datasets()).empty()))
                .orElseGet(() -> page(HttpStatus.OK, TryPage.nothing()));
    }

    @GetMapping("/{dataset}")
    ResponseEntity<String> form(@PathVariable String dataset) {
        return page(HttpStatus.OK, new TryPage(champions.required(dataset), datasets()).empty());
    }

    @PostMapping(path = "/{dataset}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> answer(@PathVariable String dataset, HttpServletRequest request) throws IOException {
        ServedModel model = champions.required(dataset);
        FilledForm form = new FilledForm(FormBody.read(BodyReader.read(request)));
        TryPage page = new TryPage(model, datasets());
        try {
            byte[] record = form.json(model);
            Prediction prediction = predictor.answer(model, record, WantedReasons.ALL);
            WhatIfAnswer whatIf = search.search(dataset, record, null);
            // Another version may have come into service between the two.
            boolean same = whatIf.model().equals(prediction.model());
            return page(HttpStatus.OK, page.answered(form, prediction, same ? whatIf.alternatives() : List.of()));
        } catch (InvalidRequestException e) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, page.refused(form, e.problems()));
        }
    }

    private List<String> datasets() {
        return champions.inService().stream()
                .map(model -> model.definition().name())
                .toList();
    }

    private ResponseEntity<String> page(HttpStatus status, Markup content) {
        return layout.page(status, Place.TRY, "Try one", content);
    }
}
