package io.loanflow.localstack.command;

import io.loanflow.contracts.login.ApiKey;
import io.loanflow.contracts.login.Role;
import io.loanflow.localstack.stack.StackKeys;
import io.loanflow.localstack.terminal.Table;
import io.loanflow.localstack.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Keys that client applications log in with. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Make, list and revoke the keys that client applications log in with.",
            "The first key turns logins on, from the next start of the stack; containers have them on from the start."
        })
final class KeysCommand implements Runnable {

    private static final List<String> HEAD = List.of("NAME", "ROLES", "EXPIRES");

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    KeysCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private StackKeys keys() {
        return surroundings.state().keys();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Make a key and print its secret, which is shown this once.")
    int create(
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "Whom it is for.")
                    String name,
            @Option(
                            names = "--role",
                            required = true,
                            split = ",",
                            paramLabel = "ROLE",
                            converter = RoleName.class,
                            description = "What its bearer may do; more than one with commas between.")
                    List<Role> roles,
            @Option(
                            names = "--days",
                            defaultValue = "365",
                            paramLabel = "DAYS",
                            description = "For how long; a year where not said.")
                    int days) {
        if (days < 1) {
            throw new ParameterException(spec.commandLine(), "--days must be 1 or more, is " + days);
        }
        surroundings.state().create();
        boolean first = !keys().areOn();
        Instant expires = Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
        ApiKey.Issued issued = make(name, roles, expires);
        Terminal terminal = surroundings.terminal();
        terminal.line(issued.secret());
        terminal.err().println("Authorization: Bearer … until " + expires + "; the secret is kept nowhere.");
        if (first) {
            terminal.err().println("Services ask for a login from their next start on: loanflow down, loanflow up");
        }
        return 0;
    }

    private ApiKey.Issued make(String name, List<Role> roles, Instant expires) {
        try {
            return keys().create(name, EnumSet.copyOf(roles), expires);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the keys.")
    int list() {
        List<List<String>> rows = keys().list().stream()
                .map(key -> List.of(key.name(), key.words(), expiry(key)))
                .toList();
        if (rows.isEmpty()) {
            surroundings.terminal().line("There is no key; loanflow keys create makes one.");
        } else {
            Table.lines(HEAD, rows).forEach(surroundings.terminal()::line);
        }
        return 0;
    }

    private static String expiry(ApiKey key) {
        return key.expires() + (key.isExpired(Instant.now()) ? " (expired)" : "");
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Have a key be worth nothing, two seconds from now.")
    int revoke(@Parameters(paramLabel = "NAME", description = "As loanflow keys list shows it.") String name) {
        keys().revoke(name);
        surroundings.terminal().line("Revoked: " + name);
        return 0;
    }

    /** Says which roles there are. */
    static final class RoleName implements ITypeConverter<Role> {

        @Override
        public Role convert(String word) {
            try {
                return Role.of(word.strip());
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
