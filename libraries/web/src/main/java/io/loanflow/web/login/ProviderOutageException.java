package io.loanflow.web.login;

import org.springframework.security.core.AuthenticationException;

/** Who asks cannot be known now. */
final class ProviderOutageException extends AuthenticationException {

    private static final long serialVersionUID = 1;

    ProviderOutageException(Throwable cause) {
        super("The provider of logins does not answer now. Ask again in a while.", cause);
    }
}
