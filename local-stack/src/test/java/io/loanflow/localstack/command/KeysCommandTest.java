package io.loanflow.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.login.ApiKey;
import io.loanflow.contracts.login.Role;
import io.loanflow.localstack.stack.Installation;
import io.loanflow.localstack.stack.StackKeys;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.localstack.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aKeyIsMadeShownOnceListedAndRevoked() throws IOException {
        assertThat(keys().secret()).isEmpty();

        assertThat(execute("create", "--name", "web-shop", "--role", "predict,outcome", "--days", "3"))
                .isZero();
        String secret = text(out).strip();
        ApiKey key = keys().list().stream()
                .filter(one -> one.name().equals("web-shop"))
                .findFirst()
                .orElseThrow();

        assertThat(text(err)).contains("from their next start on");
        assertThat(key.digest()).isEqualTo(ApiKey.digest(secret));
        assertThat(key.roles()).containsExactlyInAnyOrder(Role.PREDICT, Role.OUTCOME);
        assertThat(Duration.between(Instant.now(), key.expires()))
                .isBetween(Duration.ofHours(71), Duration.ofHours(72));
        assertThat(Files.readString(keys().file())).doesNotContain(secret);
        assertThat(execute("list")).isZero();
        assertThat(text(out))
                .contains("web-shop", "predict,outcome", StackKeys.OWN)
                .doesNotContain(key.digest());
        assertThat(execute("revoke", "web-shop")).isZero();
        assertThat(keys().list()).extracting(ApiKey::name).containsExactly(StackKeys.OWN);
        assertThat(execute("revoke", "web-shop")).isEqualTo(1);
    }

    @Test
    void theCommandHasAKeyOfItsOwnThatNobodyElseMayRead() throws IOException {
        execute("create", "--name", "a", "--role", "load");
        String own = keys().secret().orElseThrow();

        assertThat(keys().list())
                .filteredOn(key -> key.digest().equals(ApiKey.digest(own)))
                .extracting(ApiKey::name)
                .containsExactly(StackKeys.OWN);
        assertThat(permissions(directory.resolve("state"))).isEqualTo("rwx------");
        assertThat(permissions(keys().ownSecret())).isEqualTo("rw-------");
        assertThat(permissions(keys().file())).isEqualTo("rw-r--r--");
        assertThat(execute("revoke", StackKeys.OWN)).isEqualTo(1);
        execute("create", "--name", "b", "--role", "load");
        assertThat(keys().secret()).contains(own);
    }

    @Test
    void aNameIsTakenUntilItsKeyHasExpired() {
        execute("create", "--name", "a", "--role", "load");
        assertThat(execute("create", "--name", "a", "--role", "audit")).isEqualTo(1);
        assertThat(text(err)).contains("There is a key a already");
        keys().revoke("a");
        keys().create("a", Set.of(Role.LOAD), Instant.now().minusSeconds(1));
        assertThat(execute("list")).isZero();
        assertThat(text(out)).contains("(expired)");
        assertThat(execute("create", "--name", "a", "--role", "audit")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "create",
                "create --name a",
                "create --name a --role root",
                "create --name a --role predict --days 0",
                "create --name A_B --role predict",
                "revoke"
            })
    void wrongUsageIsExitCode2AndSaysWhy(String arguments) {
        assertThat(execute(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);
        assertThat(text(err)).isNotBlank().doesNotContain("\tat ");
        assertThat(keys().areOn()).isFalse();
    }

    private StackKeys keys() {
        return new StateDirectory(directory.resolve("state")).keys();
    }

    private int execute(String... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                0,
                false);
        String[] all =
                Stream.concat(Stream.of("keys"), Arrays.stream(arguments)).toArray(String[]::new);
        return CommandLines.of(new Surroundings(
                        new Installation(directory),
                        new StateDirectory(directory.resolve("state")),
                        Map.of(),
                        terminal))
                .execute(all);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
