package io.loanflow.localstack.stack;

import io.loanflow.localservers.DirectoryTree;
import io.loanflow.localservers.FileProblem;
import io.loanflow.localservers.PrivateFile;
import io.loanflow.localservers.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a stack keeps between commands: its configuration, its processes, logs, and the servers' data. Only its owner may enter. */
public record StateDirectory(Path root) {

    /** What a file does not say is false, 0 or null. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path logs() {
        return root.resolve("logs");
    }

    /** Files that a pipeline may be given. */
    public Path files() {
        return root.resolve("files");
    }

    /** Decisions that serving has not brought into the database yet. */
    public Path journal() {
        return root.resolve("journal");
    }

    /** What client applications log in with. */
    public StackKeys keys() {
        return new StackKeys(root.resolve("keys"), root.resolve("command-key"));
    }

    /** Where a component works and keeps its data. */
    Path of(String component) {
        return root.resolve("data").resolve(component);
    }

    Path lock() {
        return root.resolve("lock");
    }

    public boolean exists() {
        return Files.exists(root);
    }

    /** Makes it where it is not there, for nobody else to enter; in one that others may enter, its directories are closed to them. */
    public void create() {
        try {
            if (!Files.exists(root)) {
                Files.createDirectories(root.toAbsolutePath().getParent());
                Files.createDirectory(root, PosixFilePermissions.asFileAttribute(OWNER));
            }
            for (Path directory :
                    List.of(logs(), root.resolve("processes"), files(), journal(), root.resolve("data"))) {
                Files.createDirectories(directory);
                Files.setPosixFilePermissions(directory, OWNER);
            }
        } catch (IOException e) {
            throw new StackException(
                    "Cannot make the state directory (" + FileProblem.of(e)
                            + "); LOANFLOW_STATE_DIRECTORY may name another place",
                    e);
        }
    }

    public Optional<StackConfiguration> configuration() {
        return read(configurationFile(), StackConfiguration.class);
    }

    public void write(StackConfiguration configuration) {
        PrivateFile.write(configurationFile(), JSON.writeValueAsString(configuration));
    }

    /** The process recorded last under this name, running or not. */
    public Optional<ServerProcess> process(String name) {
        return read(processFile(name), ServerProcess.class);
    }

    boolean isAlive(String name) {
        return process(name).filter(ServerProcess::isAlive).isPresent();
    }

    /** Copies a file to a place under the files: a link would follow whatever is written to it later. */
    void bring(Path file, String place) {
        Path target = files().resolve(place);
        try {
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Path partial = Files.createTempFile(target.getParent(), "", ".partial");
                Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING);
                Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StackException("Cannot bring " + file + " to " + files() + ": " + FileProblem.of(e), e);
        }
    }

    void record(String name, ServerProcess process) {
        PrivateFile.write(processFile(name), JSON.writeValueAsString(process));
    }

    /**
     * Records also what was launched here by a command that was killed before it could. For whoever holds the lock: nobody launches
     * anything meanwhile.
     */
    void adopt() {
        for (ServerProcess process : ServerProcess.running()) {
            if (process.log().equals(log(process.name())) && !isAlive(process.name())) {
                // What the one before has left behind.
                process(process.name()).ifPresent(ServerProcess::stop);
                record(process.name(), process);
            }
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(processFile(name));
        } catch (IOException e) {
            throw new StackException("Cannot delete " + processFile(name) + ": " + FileProblem.of(e), e);
        }
    }

    /** Deletes everything in it, and itself. */
    public void delete() {
        try {
            DirectoryTree.delete(root);
        } catch (IOException e) {
            throw new StackException("Cannot delete " + root + ": " + FileProblem.of(e), e);
        }
    }

    private Path configurationFile() {
        return root.resolve("stack.json");
    }

    private Path processFile(String name) {
        return root.resolve("processes").resolve(name + ".json");
    }

    private static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StackException(
                    "Cannot read the state directory (" + FileProblem.of(e)
                            + "); LOANFLOW_STATE_DIRECTORY may name another",
                    e);
        } catch (JacksonException e) {
            throw new StackException(file + " is damaged; delete it and start again", e);
        }
    }
}
