package io.loanflow.localstack.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
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
                return Optional.of(new StackLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new StackException("Cannot lock " + state.lock() + ": " + e.getMessage(), e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProgram) {
            return false;
        }
    }

    /** @throws StackException where another command holds it */
    public static StackLock take(StateDirectory state) {
        return tryTake(state)
                .orElseThrow(() -> new StackException(
                        "Another loanflow command is starting or stopping this stack; try again when it is done"));
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
