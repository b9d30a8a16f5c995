package io.loanflow.serving.benchmark;

import java.util.Comparator;
import java.util.List;

/** What a load came to. */
record Measurement(double requestsPerSecond, double medianMillis, double p99Millis) {

    /** @param latencies nanoseconds, sorted */
    static Measurement of(long[] latencies, double seconds) {
        return new Measurement(
                latencies.length / seconds,
                latencies[latencies.length / 2] / 1e6,
                latencies[(int) (latencies.length * 0.99)] / 1e6);
    }

    /** The round in the middle by throughput. */
    static Measurement median(List<Measurement> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Measurement::requestsPerSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    @Override
    public String toString() {
        return "%,8.0f requests/s   p50 %6.2f ms   p99 %6.2f ms".formatted(requestsPerSecond, medianMillis, p99Millis);
    }
}
