package io.loanflow.web.login;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/** Logs in whoever bears a token that the OpenID provider has signed. It is asked for its keys when the first token comes. */
final class ProviderLogin {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SECONDS_TO_WAIT = 1;

    private final LoginSettings settings;
    private final String[] rolesClaim;
    private final Semaphore asking = new Semaphore(1);
    private volatile @Nullable JwtDecoder decoder;

    ProviderLogin(LoginSettings settings) {
        this.settings = settings;
        this.rolesClaim = settings.rolesClaim().split("\\.", -1);
    }

    Authentication bearer(String token) {
        try {
            Jwt jwt = decoder().decode(token);
            return new JwtAuthenticationToken(
                    jwt,
                    Authorities.of(Authorities.roles(words(jwt.getClaims()))),
                    Objects.requireNonNullElse(jwt.getSubject(), "the bearer"));
        } catch (BadJwtException e) {
            throw new BadCredentialsException("The token is none of the provider's, or has expired.", e);
        } catch (JwtException e) {
            throw new ProviderOutageException(e);
        }
    }

    private JwtDecoder decoder() {
        JwtDecoder known = decoder;
        return known == null ? ask() : known;
    }

    /** One asks the provider, and others wait for it for a moment only: it may take long to say nothing. */
    private JwtDecoder ask() {
        takeTurn();
        try {
            JwtDecoder known = decoder;
            if (known == null) {
                known = decoder(settings);
                decoder = known;
            }
            return known;
        } catch (IllegalArgumentException | IllegalStateException | RestClientException e) {
            throw new ProviderOutageException(e);
        } finally {
            asking.release();
        }
    }

    private void takeTurn() {
        try {
            if (!asking.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw new ProviderOutageException(new IllegalStateException("it was asked and has not answered yet"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderOutageException(e);
        }
    }

    private static JwtDecoder decoder(LoginSettings settings) {
        SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory();
        connections.setConnectTimeout(PATIENCE);
        connections.setReadTimeout(PATIENCE);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuerUri())
                .restOperations(new RestTemplate(connections))
                .build();
        OAuth2TokenValidator<Jwt> issued = JwtValidators.createDefaultWithIssuer(settings.issuerUri());
        String audience = settings.audience();
        decoder.setJwtValidator(
                audience.isBlank()
                        ? issued
                        : new DelegatingOAuth2TokenValidator<>(
                                issued,
                                new JwtClaimValidator<List<String>>(
                                        JwtClaimNames.AUD, made -> made != null && made.contains(audience))));
        return decoder;
    }

    private Collection<?> words(Map<String, Object> claims) {
        @Nullable Object part = claims;
        for (String name : rolesClaim) {
            part = part instanceof Map<?, ?> object ? object.get(name) : null;
        }
        if (part instanceof Collection<?> list) {
            return list;
        }
        return Arrays.asList(Objects.toString(part, "").split("[ ,]+", -1));
    }
}
