package io.loanflow.localstack.command;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C at the terminal, and a request of the system to end: the first ends the JVM as ever, with its shutdown hooks; the JVM ignores
 * the next ones, which is what is changed here. By reflection: the compiler warns of {@code sun.misc.Signal}, which is the only way.
 */
final class EndSignals implements AutoCloseable {

    /** Their exit codes. */
    private static final Map<String, Integer> SIGNALS = Map.of("INT", 130, "TERM", 143);

    private final AtomicInteger times = new AtomicInteger();
    private final Runnable again;
    private final List<Runnable> restorations = new ArrayList<>();

    private EndSignals(Runnable again) {
        this.again = again;
    }

    /** @param again is run where one comes a second time; the JVM ends thereafter at once */
    static EndSignals handle(Runnable again) {
        EndSignals signals = new EndSignals(again);
        SIGNALS.forEach((name, exitCode) -> {
            Object before = set(name, signals.handler(exitCode));
            if (before != null) {
                signals.restorations.add(() -> set(name, before));
            }
        });
        return signals;
    }

    /** As it was before. */
    @Override
    public void close() {
        restorations.forEach(Runnable::run);
    }

    private void came(int exitCode) {
        if (times.incrementAndGet() == 1) {
            System.exit(exitCode);
        }
        again.run();
        Runtime.getRuntime().halt(exitCode);
    }

    private Object handler(int exitCode) {
        InvocationHandler invocation = (proxy, method, values) -> {
            if (method.getName().equals("handle")) {
                came(exitCode);
            }
            return null;
        };
        Class<?> handler = type("SignalHandler");
        return Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, invocation);
    }

    /** The handler before; null where the signal is ignored, as Ctrl-C is for a command in the background. */
    private static @Nullable Object set(String name, Object handler) {
        try {
            Class<?> signal = type("Signal");
            return signal.getMethod("handle", signal, type("SignalHandler"))
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
        } catch (ReflectiveOperationException e) {
            // A JVM that keeps the signal for itself (-Xrs): it ends with its first.
            return null;
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("sun.misc." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Every JDK has sun.misc." + name + ", in jdk.unsupported", e);
        }
    }
}
