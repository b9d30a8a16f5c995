package io.loanflow.serving.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * POSTs bodies to one address over a few connections that stay open, each sending its next request once it has its answer.
 * Plain sockets and ready-made bytes, so that little of a small machine goes into asking.
 */
final class Load {

    private final URI address;
    private final List<byte[]> requests;
    private final int connections;

    Load(URI address, List<String> bodies, int connections) {
        this.address = address;
        this.requests = bodies.stream().map(body -> request(address, body)).toList();
        this.connections = connections;
    }

    /** @throws IllegalStateException if an answer is not 200 */
    Measurement run(Duration time) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<long[]>> running = new ArrayList<>();
            for (int client = 0; client < connections; client++) {
                int first = client * requests.size() / connections;
                running.add(clients.submit(() -> ask(first, end)));
            }
            LongStream.Builder latencies = LongStream.builder();
            for (Future<long[]> client : running) {
                LongStream.of(client.get()).forEach(latencies);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return Measurement.of(latencies.build().sorted().toArray(), seconds);
        } finally {
            clients.shutdownNow();
        }
    }

    private long[] ask(int first, long end) throws IOException {
        LongStream.Builder latencies = LongStream.builder();
        try (Connection connection = new Connection(address)) {
            int next = first;
            long before = System.nanoTime();
            while (before < end) {
                connection.exchange(requests.get(next));
                next = (next + 1) % requests.size();
                long after = System.nanoTime();
                latencies.add(after - before);
                before = after;
            }
        }
        return latencies.build().toArray();
    }

    private static byte[] request(URI address, String body) {
        String head = "POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }
}
