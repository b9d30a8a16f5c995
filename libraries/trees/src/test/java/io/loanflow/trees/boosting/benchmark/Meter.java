package io.loanflow.trees.boosting.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.loanflow.trees.forest.benchmark.Clock;
import io.loanflow.trees.forest.benchmark.Peer;
import io.loanflow.trees.forest.benchmark.Rounds;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Seconds of work, and beside them those of all processors for the whole process, compiler and garbage collector included. */
final class Meter {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final List<Double> cpu = new ArrayList<>();

    double seconds(Clock.Work work) {
        long before = SYSTEM.getProcessCpuTime();
        double wall = Clock.seconds(work);
        cpu.add((SYSTEM.getProcessCpuTime() - before) / 1e9);
        return wall;
    }

    double seconds(Peer peer, String question) {
        double wall = peer.ask(question);
        cpu.add(peer.ask("cpu"));
        return wall;
    }

    /** The processors' seconds of the latest measurements. */
    Rounds cpu(int rounds) {
        return new Rounds(cpu.subList(cpu.size() - rounds, cpu.size()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }
}
