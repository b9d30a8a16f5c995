package io.loanflow.serving.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.serving.decision.Decision;
import io.loanflow.serving.decision.DecisionLookup;
import io.loanflow.serving.replay.DecisionReplay;
import io.loanflow.web.ProblemSchema;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was decided. */
@AllowedTo({Role.INSPECT, Role.AUDIT})
@RestController
@RequestMapping(path = ApiPaths.DECISION, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Decisions", description = "What was answered, and whether it comes out the same again")
class DecisionController {

    private final DecisionLookup lookup;
    private final DecisionReplay replays;

    DecisionController(DecisionLookup lookup, DecisionReplay replays) {
        this.lookup = lookup;
        this.replays = replays;
    }

    @Operation(operationId = "decision", summary = "A decision, with its record and its reasons")
    @GetMapping
    DecisionDescription decision(@PathVariable UUID id) {
        return DecisionDescription.of(find(id));
    }

    @Operation(
            operationId = "replay",
            summary = "Decide the record again",
            description = "With the version that decided it: equal to the last bit, or it is said what is not.")
    @ApiResponse(responseCode = "200", description = "What the version says of the record now")
    @ApiResponse(
            responseCode = "409",
            description = "The version that decided cannot be had",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = ProblemSchema.REFERENCE)))
    @GetMapping(ApiPaths.REPLAY)
    ReplayDescription replay(@PathVariable UUID id) {
        return ReplayDescription.of(replays.replay(find(id)));
    }

    private Decision find(UUID id) {
        return lookup.find(id).orElseThrow(() -> new DecisionMissingException(id));
    }
}
