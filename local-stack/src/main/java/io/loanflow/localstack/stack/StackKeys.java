package io.loanflow.localstack.stack;

import io.loanflow.contracts.login.ApiKey;
import io.loanflow.contracts.login.Role;
import io.loanflow.localservers.FileProblem;
import io.loanflow.localservers.PrivateFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys that a stack's services take: a file that they read, which holds no secrets, so that containers may read it too; and apart from
 * it, for its owner only, the secret of the command's own key.
 */
public record StackKeys(Path directory, Path ownSecret) {

    /** Of the command itself, which may do whatever the owner of the state directory may. */
    public static final String OWN = "loanflow-command";

    private static final Duration OWN_LASTS = Duration.ofDays(3650);
    private static final String HEAD =
            "# Keys of client applications: name, roles, expiry, SHA-256 of the secret. Made by loanflow keys.\n";

    /** The file that services read. */
    public Path file() {
        return directory.resolve("api-keys");
    }

    /** Whether the services ask for a login when they are started. */
    public boolean areOn() {
        return Files.exists(file());
    }

    /** The secret of the command's own key; empty where nobody logs in. */
    public Optional<String> secret() {
        try {
            return areOn() ? Optional.of(Files.readString(ownSecret).strip()) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StackException("Cannot read the key of the command: " + FileProblem.of(e), e);
        }
    }

    /** Has the services ask for a login from their next start on. */
    public void begin() {
        if (secret().isEmpty() || find(OWN).isEmpty()) {
            change(keys -> {
                keys.removeIf(key -> key.name().equals(OWN));
                ApiKey.Issued issued = ApiKey.issue(
                        OWN, EnumSet.allOf(Role.class), Instant.now().plus(OWN_LASTS));
                PrivateFile.write(ownSecret, issued.secret() + "\n");
                keys.add(issued.key());
                return issued;
            });
        }
    }

    /**
     * Makes a key.
     *
     * @throws StackException where there is one of this name that has not expired
     * @throws IllegalArgumentException where that is no name
     */
    public ApiKey.Issued create(String name, Set<Role> roles, Instant expires) {
        ApiKey.Issued issued = ApiKey.issue(name, roles, expires);
        begin();
        return change(keys -> {
            keys.removeIf(key -> key.name().equals(name) && key.isExpired(Instant.now()));
            if (keys.stream().anyMatch(key -> key.name().equals(name))) {
                throw new StackException("There is a key " + name + " already; revoke it first, or give another name");
            }
            keys.add(issued.key());
            return issued;
        });
    }

    /** @throws StackException where there is none of this name */
    public void revoke(String name) {
        if (name.equals(OWN)) {
            throw new StackException(OWN + " is the key of this command itself. To have a new one, delete " + ownSecret
                    + " and start the stack again.");
        }
        change(keys -> {
            if (!keys.removeIf(key -> key.name().equals(name))) {
                throw new StackException("There is no key " + name + "; loanflow keys list shows those that there are");
            }
            return name;
        });
    }

    private Optional<ApiKey> find(String name) {
        return list().stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** All, also those that have expired. */
    public List<ApiKey> list() {
        try {
            return Files.readAllLines(file()).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ApiKey::parse)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new StackException("Cannot read the keys: " + FileProblem.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new StackException(file() + " is damaged: " + e.getMessage(), e);
        }
    }

    /** One at a time, and never half: services read the file meanwhile. */
    private <T> T change(Function<List<ApiKey>, T> change) {
        try {
            Files.createDirectories(directory);
            try (FileChannel channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Until it is closed.
                channel.lock();
                List<ApiKey> keys = new ArrayList<>(list());
                T result = change.apply(keys);
                write(keys);
                return result;
            }
        } catch (IOException e) {
            throw new StackException("Cannot write the keys: " + FileProblem.of(e), e);
        }
    }

    private void write(List<ApiKey> keys) throws IOException {
        Path partial = directory.resolve("api-keys.partial");
        StringBuilder text = new StringBuilder(HEAD);
        keys.forEach(key -> text.append(key.line()).append('\n'));
        Files.writeString(partial, text);
        // Whatever the umask: containers read it as another user.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(partial, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
