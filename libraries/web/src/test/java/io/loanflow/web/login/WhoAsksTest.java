package io.loanflow.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

class WhoAsksTest {

    private static final List<SimpleGrantedAuthority> OPERATE = List.of(new SimpleGrantedAuthority("operate"));

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aLoginHasItsName() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("desk", null, OPERATE));

        assertThat(WhoAsks.name()).hasValue("desk");
    }

    @Test
    void nobodyHasNone() {
        assertThat(WhoAsks.name()).isEmpty();

        SecurityContextHolder.getContext()
                .setAuthentication(new AnonymousAuthenticationToken("nobody", "nobody", OPERATE));

        assertThat(WhoAsks.name()).isEmpty();
    }
}
