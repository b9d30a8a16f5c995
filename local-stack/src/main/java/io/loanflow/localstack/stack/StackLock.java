package io.loanflow.localstack.stack;

import io.loanflow.localservers.FileProblem;
import io.loanflow.localservers.ServerProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one command that starts or stops processes of a stack. The system frees it when that command ends, however it ends. */
public final class StackLock implements AutoCloseable {

    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty where another command holds it. */
    @SuppressWarnings("resource")
    public static Optional<StackLock> tryTake(StateDirectory state) {
        state.create();
        try {
            FileChannel channel = FileChannel.open(state.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                sign(channel);
                state.adopt();
                return Optional.of(new StackLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new StackException(
                    "Cannot lock the state directory (" + FileProblem.of(e)
                            + "); LOANFLOW_STATE_DIRECTORY may name another",
                    e);
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProgram) {
            return false;
        }
    }

    /**
     * Stops the supervisor where that holds it: whoever starts or stops everything takes its place.
     *
     * @throws StackException where another command holds it
     */
    public static StackLock take(StateDirectory state) {
        return tryTake(state)
                .or(() -> {
                    stopSupervisor(state);
                    return tryTake(state);
                })
                .orElseThrow(() -> new StackException(
                        "Another loanflow command is starting or stopping this stack; try again when it is done"));
    }

    private static void stopSupervisor(StateDirectory state) {
        state.process(Supervisor.NAME)
                .filter(supervisor -> holder(state).equals(Long.toString(supervisor.pid())))
                .ifPresent(ServerProcess::stop);
    }

    private static String holder(StateDirectory state) {
        try {
            return Files.readString(state.lock()).strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StackException("Cannot unlock: " + e.getMessage(), e);
        }
    }
}
