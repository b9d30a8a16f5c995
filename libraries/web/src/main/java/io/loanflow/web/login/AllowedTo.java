package io.loanflow.web.login;

import io.loanflow.contracts.login.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may ask what a controller, or one method of it, answers: whoever has one of the roles. A method's own goes before its class's. What
 * has neither answers nobody where logins are on.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AllowedTo {

    /** None: whoever asks, also without a login. */
    Role[] value();
}
