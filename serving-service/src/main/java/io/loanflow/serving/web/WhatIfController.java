package io.loanflow.serving.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.serving.whatif.WhatIfAnswer;
import io.loanflow.serving.whatif.WhatIfSearch;
import io.loanflow.web.login.AllowedTo;
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

/** What would have changed a decision, over HTTP. */
@AllowedTo(Role.PREDICT)
@RestController
@RequestMapping(
        path = {ApiPaths.OF_STANDARD + ApiPaths.WHAT_IF, ApiPaths.OF_DATASET + ApiPaths.WHAT_IF},
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Predictions", description = "What the champion says of a row")
class WhatIfController {

    private static final String COLUMNS =
            "Names, with commas between them, of columns to change; where nothing is said, all that the definition"
                    + " calls mutable";

    private final WhatIfSearch search;

    WhatIfController(WhatIfSearch search) {
        this.search = search;
    }

    @Operation(
            operationId = "whatIf",
            summary = "Find what would have changed a decision",
            description =
                    "The smallest change of each column alone, and of two together where that is smaller; none where no"
                            + " change of one or two columns does.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    WhatIfAnswer whatIf(
            @PathVariable(required = false) @Nullable String dataset,
            @Parameter(description = COLUMNS) @RequestParam(required = false) @Nullable String columns,
            HttpServletRequest request)
            throws IOException {
        return search.search(dataset, BodyReader.read(request), columns);
    }
}
