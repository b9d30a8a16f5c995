package io.loanflow.web.limit;

import io.loanflow.web.ProblemType;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What a request is refused for before anything of the service sees it. */
final class Refusals {

    private static final ProblemType TOO_LARGE =
            ProblemType.of("too-large", HttpStatus.CONTENT_TOO_LARGE, "The request is too large");
    private static final ProblemType BUSY =
            ProblemType.of("busy", HttpStatus.SERVICE_UNAVAILABLE, "The service has enough to do");

    private Refusals() {}

    static ProblemDetail tooLarge(long limit) {
        return TOO_LARGE.because("The body is larger than " + limit + " bytes; send less, or raise LOANFLOW_MAX_BODY.");
    }

    static ProblemDetail tooSlow(LimitSettings limits) {
        return ProblemType.TOO_SLOW.because(
                "The body was not there after " + limits.bodyTime().toSeconds() + " seconds.");
    }

    static ProblemDetail broken() {
        return ProblemType.BAD_REQUEST.because("The body could not be read to its end.");
    }

    static ProblemDetail busy() {
        return BUSY.because("Others are being answered; ask again in a second.");
    }
}
