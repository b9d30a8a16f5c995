package io.loanflow.ingestion.web;

import io.loanflow.web.ProblemSchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;

/** Documents what a request for a load may be answered with. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "201", description = "Loaded")
@ApiResponse(responseCode = "200", description = "The same content was loaded before: the answer is that load")
@ApiResponse(
        responseCode = "400",
        description = "The request cannot be understood, or the data set or the file is not there",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(ref = ProblemSchema.REFERENCE)))
@ApiResponse(
        responseCode = "409",
        description = "The file changed while it was read, or the database cannot hold the rows as defined",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(ref = ProblemSchema.REFERENCE)))
@ApiResponse(
        responseCode = "413",
        description = "The file is larger than the service takes",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(ref = ProblemSchema.REFERENCE)))
@ApiResponse(
        responseCode = "422",
        description = "The file is rejected; nothing of it is visible",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(ref = ProblemSchema.REFERENCE),
                        examples = @ExampleObject(LoadAnswers.REJECTED)))
@interface LoadAnswers {

    String REJECTED = """
            {
              "type": "urn:loanflow:problem:file-rejected",
              "title": "The file is rejected",
              "status": 422,
              "detail": "cats.csv:1: the first line names none of the columns of data set loan",
              "instance": "/api/v1/loads",
              "loadId": 7,
              "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
            }
            """;
}
