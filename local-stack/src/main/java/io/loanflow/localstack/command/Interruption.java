package io.loanflow.localstack.command;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What is done where Ctrl-C, or a signal that ends it, comes while a command is at work. */
final class Interruption implements AutoCloseable {

    private final Thread hook;
    private final EndSignals signals;
    private final AtomicReference<@Nullable AutoCloseable> display = new AtomicReference<>();

    /**
     * Both actions are the last of the command.
     *
     * @param again where one comes once more, while the action is at work
     */
    Interruption(Runnable action, Runnable again) {
        hook = new Thread(
                () -> {
                    closeDisplay();
                    action.run();
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        signals = EndSignals.handle(again);
    }

    /** Is closed first, so that it does not draw over what the action prints. */
    void display(AutoCloseable shown) {
        display.set(shown);
    }

    private void closeDisplay() {
        try {
            AutoCloseable shown = display.get();
            if (shown != null) {
                shown.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("Cannot close the display", e);
        }
    }

    /** The command is done. Where the action has begun already, waits for it instead: its end ends the JVM. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            signals.close();
        } catch (IllegalStateException shuttingDown) {
            waitForTheEnd();
        }
    }

    private void waitForTheEnd() {
        try {
            hook.join();
            // The JVM halts now; nothing of the command may be printed meanwhile.
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
