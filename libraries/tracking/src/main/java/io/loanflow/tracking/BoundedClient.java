package io.loanflow.tracking;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;

/** MLflow's Java client, which has no time-outs of its own, called so that nobody waits for ever. */
final class BoundedClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final String base;
    private final MlflowClient client;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "mlflow-client");
        thread.setDaemon(true);
        return thread;
    });

    BoundedClient(TrackingServer server) {
        base = server.base();
        client = new MlflowClient(
                server.user() == null
                        ? new BasicMlflowHostCreds(base)
                        : new BasicMlflowHostCreds(base, server.user(), server.password()));
    }

    <T> T call(String what, Function<MlflowClient, T> call) {
        Future<T> answer = threads.submit(() -> call.apply(client));
        try {
            return answer.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new TrackingException(
                    "MLflow at " + base + " could not " + what + ": " + e.getCause()
                            + ". Is the server up? MLFLOW_TRACKING_URI names it.",
                    e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new TrackingException(
                    "MLflow at " + base + " did not " + what + " within " + TIMEOUT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new TrackingException("interrupted while MLflow was to " + what, e);
        }
    }

    void run(String what, Consumer<MlflowClient> call) {
        Object unused = call(what, mlflow -> {
            call.accept(mlflow);
            return what;
        });
    }

    @Override
    public void close() {
        threads.shutdown();
        client.close();
    }
}
