package io.loanflow.web.login;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What to do about it. */
final class NoLoginAnalyzer extends AbstractFailureAnalyzer<NoLoginException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, NoLoginException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Name a file of keys (LOANFLOW_API_KEYS, made by ./loanflow keys create) or the provider of logins"
                        + " (LOANFLOW_ISSUER_URI), or listen on loopback only (SERVER_ADDRESS=127.0.0.1). docs/safety.md"
                        + " says how.",
                cause);
    }
}
