package io.loanflow.serving.champion;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What this JVM has yet to compile. */
final class CompilerQueue {

    private static final long LOOK_MILLIS = 100;

    /** Milliseconds of compilation that ended between two looks: what a quiet service compiles now and then. */
    private static final long IDLE_MILLIS = 10;

    /** A large method takes some time to be compiled, during which none ends. */
    private static final int IDLE_LOOKS = 5;

    private CompilerQueue() {}

    /** Ends once hardly anything is compiled any more, or the time is over. */
    static void awaitEmpty(Duration atMost) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        if (compiler == null || !compiler.isCompilationTimeMonitoringSupported()) {
            return;
        }
        long end = System.nanoTime() + atMost.toNanos();
        long before = compiler.getTotalCompilationTime();
        int idle = 0;
        try {
            while (idle < IDLE_LOOKS && System.nanoTime() < end) {
                Thread.sleep(LOOK_MILLIS);
                long now = compiler.getTotalCompilationTime();
                idle = now - before < IDLE_MILLIS ? idle + 1 : 0;
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
