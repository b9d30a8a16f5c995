package io.loanflow.localstack.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The servers and applications of an installation, as processes of this machine or in containers. What an object started, it can stop
 * again, also while it is still starting.
 */
public interface Stack {

    StackConfiguration configuration();

    /** Whether any part of it runs. */
    boolean runs();

    /** Whether there is nothing to start. */
    boolean isComplete();

    /** What {@link #start} tells of, in the order in which it is shown. */
    List<String> names();

    /** Every part at this moment. */
    List<PartStatus> statuses();

    /**
     * Starts what does not run, and waits until everything answers.
     *
     * @throws StackException if a port is busy, or a part cannot be started
     * @throws io.loanflow.localservers.LocalServerException with the end of the log of what did not start
     */
    void start(StartListener listener);

    /** Whether this object started anything. */
    boolean hasStarted();

    /** Stops what this object started, and starts nothing more. */
    void stopStarted();

    /** The same within some seconds, for somebody who waits for the prompt. */
    void stopStartedSoon();

    /** The same by force. */
    void killStarted();

    /**
     * Stops everything, whoever started it.
     *
     * @param purge deletes what it keeps, but for the state directory
     */
    void stop(boolean purge);

    /** Puts a file where the ingestion service may read it, at a place under its file directory. */
    void bring(Path file, String place);

    /**
     * To be called often while a run goes on.
     *
     * @param notes told what ended and was started again meanwhile
     * @throws StackException if the whole stack was stopped
     */
    void watch(Consumer<String> notes);

    /** Shows what a part wrote; the exit code. */
    int logs(LogRequest request);
}
