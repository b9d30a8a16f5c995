package io.loanflow.serving.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Loads that take turns, so that whatever else the machine does meanwhile is shared by all. */
final class Turns {

    static final String PREDICTION = "prediction";

    private static final int WARM_UPS = 3;

    private final Options options;
    private final Runnable afterEach;
    private final Map<String, Load> loads = new LinkedHashMap<>();
    private final Map<String, List<Measurement>> rounds = new LinkedHashMap<>();

    /** @param afterEach waits until what a load left to do is done, so that it burdens no other */
    Turns(Options options, Runnable afterEach) {
        this.options = options;
        this.afterEach = afterEach;
    }

    void add(String name, Load load) {
        loads.put(name, load);
    }

    /** Measures all, and prints the median of each. */
    void run() throws Exception {
        Duration time = Duration.ofSeconds(options.seconds());
        for (int round = -WARM_UPS; round < options.rounds(); round++) {
            for (Map.Entry<String, Load> load : loads.entrySet()) {
                Measurement measured = load.getValue().run(time);
                afterEach.run();
                if (round >= 0) {
                    rounds.computeIfAbsent(load.getKey(), name -> new ArrayList<>())
                            .add(measured);
                }
            }
        }
        loads.keySet().forEach(name -> System.out.printf("%-16s %s%n", name, median(name)));
    }

    Measurement median(String name) {
        return Measurement.median(of(name));
    }

    void printShare(String name, String other) {
        double[] shares = sorted(round ->
                of(name).get(round).requestsPerSecond() / of(other).get(round).requestsPerSecond());
        System.out.printf(
                "%s / %s: %.0f %% (median of the rounds; %.0f-%.0f)%n",
                name, other, 100 * shares[shares.length / 2], 100 * shares[0], 100 * shares[shares.length - 1]);
    }

    void printLater(String name, String other) {
        double[] later = sorted(
                round -> of(name).get(round).p99Millis() - of(other).get(round).p99Millis());
        System.out.printf(
                "p99 of %s after that of %s: %.2f ms (median of the rounds; %.2f-%.2f)%n",
                name, other, later[later.length / 2], later[0], later[later.length - 1]);
    }

    private double[] sorted(IntToDoubleFunction ofRound) {
        double[] values =
                IntStream.range(0, options.rounds()).mapToDouble(ofRound).toArray();
        Arrays.sort(values);
        return values;
    }

    private List<Measurement> of(String name) {
        return Objects.requireNonNull(rounds.get(name));
    }
}
