package io.loanflow.localstack.stack;

import io.loanflow.localservers.DatabaseAccount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The six applications, and the memory each gets on one machine. */
enum Application {
    INGESTION("ingestion-service", Port.INGESTION, 64, 256),
    PREPROCESSING("preprocessing-service", Port.PREPROCESSING, 64, 256),
    /** Holds all rows of the training part while it grows trees. */
    TRAINING("training-service", Port.TRAINING, 192, 1024),
    SERVING("serving-service", Port.SERVING, 256, 1024),
    MONITORING("monitoring-service", Port.MONITORING, 64, 384),
    /** Waits for others nearly all the time. */
    WORKER("workflow-worker", Port.WORKER, 32, 128);

    private final String module;
    private final Port port;
    private final int firstHeapMegabytes;
    private final int heapMegabytes;

    /** @param firstHeapMegabytes what it begins with and, where that suffices, stays at */
    Application(String module, Port port, int firstHeapMegabytes, int heapMegabytes) {
        this.module = module;
        this.port = port;
        this.firstHeapMegabytes = firstHeapMegabytes;
        this.heapMegabytes = heapMegabytes;
    }

    /** Name of its module, and of its process and log. */
    String module() {
        return module;
    }

    Port port() {
        return port;
    }

    /** Its account in the database; null where it uses none. */
    @Nullable
    DatabaseAccount databaseAccount() {
        return switch (this) {
            case INGESTION -> DatabaseAccount.INGESTION;
            case PREPROCESSING -> DatabaseAccount.PREPROCESSING;
            case SERVING -> DatabaseAccount.SERVING;
            case MONITORING -> DatabaseAccount.MONITORING;
            case TRAINING, WORKER -> null;
        };
    }

    boolean usesBatches() {
        return this == PREPROCESSING || this == TRAINING;
    }

    /** Flags of its JVM. */
    List<String> jvmFlags() {
        List<String> flags = new ArrayList<>(List.of(
                // Without it a JVM begins with the 64th part of the machine's memory, and fills it before it collects.
                "-Xms" + firstHeapMegabytes + "m",
                "-Xmx" + heapMegabytes + "m",
                // The smallest collector: six JVMs share one machine.
                "-XX:+UseSerialGC",
                // What an application loads: else the classes of its start cause three full collections.
                "-XX:MetaspaceSize=128m",
                "-XX:ReservedCodeCacheSize=96m",
                // A half-dead service helps nobody; the next command starts it again.
                "-XX:+ExitOnOutOfMemoryError"));
        flags.addAll(compilerFlags());
        return flags;
    }

    /** At start-up most of the processor time goes into compiling byte code. */
    private List<String> compilerFlags() {
        return switch (this) {
            case WORKER -> List.of("-XX:TieredStopAtLevel=1");
            // It warms up before it takes requests.
            case SERVING -> List.of();
            // Loops over rows are still optimised soon, but not what merely runs often while an application starts.
            default ->
                List.of(
                        "-XX:Tier4InvocationThreshold=50000",
                        "-XX:Tier4MinInvocationThreshold=6000",
                        "-XX:Tier4CompileThreshold=150000");
        };
    }
}
