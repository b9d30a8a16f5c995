package io.loanflow.web.login;

import io.loanflow.web.ProblemType;
import io.loanflow.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Says who is not let in, and why, as problem documents. */
final class LoginRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final ProblemType NO_LOGIN = ProblemType.of("no-login", HttpStatus.UNAUTHORIZED, "This takes a login");
    static final ProblemType NOT_ALLOWED =
            ProblemType.of("not-allowed", HttpStatus.FORBIDDEN, "This takes another role");

    private static final Logger LOG = LoggerFactory.getLogger(LoginRefusals.class);
    private static final String RETRY_SECONDS = "5";

    /** Browsers ask their user for a name and a password because of the second. */
    private static final String[] CHALLENGES = {
        "Bearer realm=\"loanflow\"", "Basic realm=\"loanflow\", charset=\"UTF-8\""
    };

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof ProviderOutageException) {
            LOG.warn(
                    "Nobody can log in with a token: {}",
                    e.getCause() == null ? e : e.getCause().getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            ProblemWriter.write(ProblemType.OUTAGE.because(e), request, response);
            return;
        }
        for (String challenge : CHALLENGES) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        ProblemWriter.write(
                e instanceof InsufficientAuthenticationException
                        ? NO_LOGIN.because("Send a key or a token: Authorization: Bearer …")
                        : NO_LOGIN.because(e),
                request,
                response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        String reason = e instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof RoleCheck.Refusal refusal
                ? refusal.reason()
                : NOT_ALLOWED.title() + ".";
        LOG.info("Refused: {} {} {}", request.getMethod(), request.getRequestURI(), reason);
        ProblemWriter.write(NOT_ALLOWED.because(reason), request, response);
    }
}
