package io.loanflow.web;

import java.net.ConnectException;
import java.nio.file.FileSystemException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Failures of what a service depends on: a database, another server, a disk. They pass by themselves and are no faults of a service. */
final class Outages {

    private static final int DEEPEST = 20;

    private static final List<Class<? extends Exception>> KINDS = List.of(
            SQLTransientException.class,
            SQLNonTransientConnectionException.class,
            SQLRecoverableException.class,
            ConnectException.class,
            FileSystemException.class);

    private static final String FULL = "No space left on device";

    private Outages() {}

    static boolean isOutage(Throwable problem) {
        return find(problem).isPresent();
    }

    /** In one line, without what else was going on. */
    static String cause(Throwable problem) {
        return find(problem).map(Throwable::toString).orElse("");
    }

    private static Optional<Throwable> find(Throwable problem) {
        return Stream.iterate(problem, one -> one != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(one -> KINDS.stream().anyMatch(kind -> kind.isInstance(one))
                        || String.valueOf(one.getMessage()).contains(FULL))
                .findFirst();
    }
}
