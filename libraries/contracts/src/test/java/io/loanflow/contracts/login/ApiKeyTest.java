package io.loanflow.contracts.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    private static final Instant EXPIRES = Instant.parse("2027-01-31T00:00:00Z");
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void aLineIsReadAsItWasWrittenAndHoldsNoSecret() {
        ApiKey.Issued issued = ApiKey.issue("web-shop", Set.of(Role.AUDIT, Role.PREDICT), EXPIRES);
        String line = issued.key().line();

        assertThat(ApiKey.parse(line)).isEqualTo(issued.key());
        assertThat(line)
                .startsWith("web-shop predict,audit 2027-01-31T00:00:00Z ")
                .doesNotContain(issued.secret());
        assertThat(issued.secret()).matches("loanflow_[A-Za-z0-9_-]{43}");
        assertThat(ApiKey.digest(issued.secret())).isEqualTo(issued.key().digest());
    }

    @Test
    void noTwoSecretsAreEqual() {
        assertThat(ApiKey.issue("a", Set.of(Role.LOAD), EXPIRES).secret())
                .isNotEqualTo(ApiKey.issue("a", Set.of(Role.LOAD), EXPIRES).secret());
    }

    @Test
    void aKeyIsWorthNothingFromTheMomentOnAtWhichItExpires() {
        ApiKey key = ApiKey.issue("a", Set.of(Role.LOAD), EXPIRES).key();

        assertThat(key.isExpired(EXPIRES.minusNanos(1))).isFalse();
        assertThat(key.isExpired(EXPIRES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "web-shop predict 2027-01-31T00:00:00Z",
                "web-shop predict tomorrow " + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "web-shop  predict 2027-01-31T00:00:00Z 0123",
                "Web_Shop predict 2027-01-31T00:00:00Z"
                        + " 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "web-shop , 2027-01-31T00:00:00Z 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "web-shop PREDICT 2027-01-31T00:00:00Z 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void whatIsNoKeyIsRefused(String line) {
        assertThatThrownBy(() -> ApiKey.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownRoleNamesThoseThatThereAre() {
        assertThatThrownBy(() -> ApiKey.parse("a root 2027-01-31T00:00:00Z " + DIGEST))
                .hasMessage("\"root\" is no role; the roles are predict, outcome, load, inspect, operate, audit");
    }
}
