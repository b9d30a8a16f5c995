package io.loanflow.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients of {@link SecondDataset}'s records that ask all the time, behind what stands before several replicas: it asks them in turn,
 * takes another where one does not answer, and comes back to that one once it says that it is ready.
 */
final class AskingClients implements AutoCloseable {

    private static final int CLIENTS = 2;
    private static final int PAUSE_MILLIS = 40;
    private static final String[] DISTRICTS = {"north", "south", "west"};

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(CLIENTS);
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> versions = new ConcurrentLinkedQueue<>();
    private final ConcurrentHashMap.KeySetView<String, Boolean> away = ConcurrentHashMap.newKeySet();
    private final List<String> replicas;
    private final String dataset;
    private final int lowestIncome;
    private final int highestIncome;

    /** @param lowestIncome of those who ask; 1500 and 8000 are as in the rows that models learn from */
    AskingClients(List<String> replicas, String dataset, int lowestIncome, int highestIncome) {
        this.replicas = List.copyOf(replicas);
        this.dataset = dataset;
        this.lowestIncome = lowestIncome;
        this.highestIncome = highestIncome;
        for (int client = 0; client < CLIENTS; client++) {
            SplittableRandom random = new SplittableRandom(client);
            var unused = threads.scheduleWithFixedDelay(() -> ask(random), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** What was answered with anything but a decision. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** That answered, in their order. */
    List<Integer> versions() {
        return List.copyOf(versions);
    }

    private void ask(SplittableRandom random) {
        String record = "{\"income\": %d, \"rent\": %d, \"district\": \"%s\", \"pets\": \"%s\"}"
                .formatted(
                        random.nextInt(lowestIncome, highestIncome),
                        random.nextInt(400, 2200),
                        DISTRICTS[random.nextInt(DISTRICTS.length)],
                        random.nextBoolean() ? "yes" : "no");
        String key = UUID.randomUUID().toString();
        int first = random.nextInt(replicas.size());
        try {
            for (int i = 0; i < replicas.size(); i++) {
                String replica = replicas.get((first + i) % replicas.size());
                if (isThere(replica) && isAnswered(replica, key, record)) {
                    return;
                }
            }
            failures.add("no replica answers");
        } catch (InterruptedException e) {
            // The test is over.
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAnswered(String replica, String key, String record) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(replica + "/api/v1/" + dataset + "/predictions"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(record))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                versions.add(JsonMapper.shared()
                        .readTree(answer.body())
                        .at("/model/version")
                        .asInt());
            } else {
                failures.add(replica + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return true;
        } catch (IOException e) {
            away.add(replica);
            return false;
        }
    }

    private boolean isThere(String replica) throws InterruptedException {
        if (!away.contains(replica)) {
            return true;
        }
        try {
            HttpRequest ready = HttpRequest.newBuilder(URI.create(replica + "/actuator/health/readiness"))
                    .build();
            if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                away.remove(replica);
                return true;
            }
        } catch (IOException e) {
            // Not yet.
        }
        return false;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
