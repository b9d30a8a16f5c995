package io.loanflow.serving.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.serving.file.FileScoring;
import io.loanflow.serving.file.FileScoring.Format;
import io.loanflow.serving.file.FileScoring.Order;
import io.loanflow.serving.file.Spool;
import io.loanflow.serving.prediction.WantedReasons;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of rows over HTTP, of any length. */
@AllowedTo(Role.PREDICT)
@RestController
@Tag(name = "Predictions", description = "What the champion says of a row")
class FileController {

    static final String CSV = "text/csv";
    static final String ARROW = "application/vnd.apache.arrow.stream";

    private final FileScoring scoring;

    FileController(FileScoring scoring) {
        this.scoring = scoring;
    }

    @Operation(
            operationId = "predictFile",
            summary = "Score a file of rows",
            description = "The answer is the file with columns for decision, probability and error behind its own. Its"
                    + " rows are no decisions, and not remembered, unless record=true says so.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(mediaType = ARROW, schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The file with answers",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(mediaType = ARROW, schema = @Schema(type = "string", format = "binary"))
            })
    @PostMapping(
            path = {
                ApiPaths.OF_STANDARD + ApiPaths.PREDICTIONS + ApiPaths.FILE,
                ApiPaths.OF_DATASET + ApiPaths.PREDICTIONS + ApiPaths.FILE
            },
            produces = {CSV, ARROW})
    void predictFile(
            @PathVariable(required = false) @Nullable String dataset,
            @Parameter(
                            description =
                                    "How many reasons of a negative decision at most, none (as where nothing is said),"
                                            + " or all: then also what each column contributed to any decision")
                    @RequestParam(required = false)
                    @Nullable
                    String reasons,
            @Parameter(description = "Whether each row is a decision, which gets an id and is remembered")
                    @RequestParam(defaultValue = "false")
                    boolean record,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotSupportedException {
        boolean isCsv = isCsv(request.getContentType());
        WantedReasons wanted = reasons == null ? WantedReasons.NONE : WantedReasons.parse(reasons);
        Order order = new Order(dataset, isCsv ? Format.CSV : Format.ARROW, wanted, record);
        try (Spool answers = scoring.score(order, request.getInputStream())) {
            response.setContentType(isCsv ? CSV : ARROW);
            response.setContentLengthLong(answers.size());
            answers.sendTo(response.getOutputStream());
        }
    }

    /** Looked at here, and not where requests are mapped, so that whoever is not allowed to is told that first. */
    private static boolean isCsv(@Nullable String type) throws HttpMediaTypeNotSupportedException {
        String plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!plain.equals(CSV) && !plain.equals(ARROW)) {
            throw new HttpMediaTypeNotSupportedException("The body must be " + CSV + " or " + ARROW);
        }
        return plain.equals(CSV);
    }
}
