package io.loanflow.localstack.stack;

import io.loanflow.localservers.ReadinessProbe;
import io.loanflow.localservers.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * A server or an application of a stack.
 *
 * @param name of its process and log
 * @param ports it takes
 * @param address for people
 * @param needs names of what must answer before it starts
 * @param attempts how often it may end before it answers until that counts as a failure
 * @param launch starts its process, after whatever must be installed first
 * @param probe made only when it is asked for, since it may need what is installed with the program
 */
public record Component(
        String name,
        List<Port> ports,
        String address,
        List<String> needs,
        Duration timeToStart,
        int attempts,
        Supplier<ServerProcess> launch,
        Supplier<ReadinessProbe> probe) {}
