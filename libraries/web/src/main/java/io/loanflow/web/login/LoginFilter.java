package io.loanflow.web.login;

import jakarta.servlet.Filter;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.HandlerMapping;

/** Spring Security's filters for clients that say with each request who they are: nothing of a login is kept. */
public final class LoginFilter {

    private LoginFilter() {}

    /** @param mappings that find what answers a request */
    public static Filter of(LoginSettings settings, Supplier<List<HandlerMapping>> mappings) {
        AuthenticationManager logins = new Logins(settings);
        LoginRefusals refusals = new LoginRefusals();
        BearerTokenAuthenticationFilter bearer = new BearerTokenAuthenticationFilter(logins);
        bearer.setAuthenticationEntryPoint(refusals);
        bearer.setAuthenticationFailureHandler(new AuthenticationEntryPointFailureHandler(refusals));
        ExceptionTranslationFilter translation = new ExceptionTranslationFilter(refusals);
        translation.setAccessDeniedHandler(refusals);
        return new FilterChainProxy(new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                new SecurityContextHolderFilter(new RequestAttributeSecurityContextRepository()),
                bearer,
                new BasicAuthenticationFilter(logins, refusals),
                new RateLimitFilter(new RateLimit(settings.rateLimit())),
                new AnonymousAuthenticationFilter("nobody"),
                translation,
                new AuthorizationFilter(new RoleCheck(new AddressAccess(new RequestHandlers(mappings))))));
    }
}
