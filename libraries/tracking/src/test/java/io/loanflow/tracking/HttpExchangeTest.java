package io.loanflow.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Servers that behave as no server should. */
class HttpExchangeTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Test
    void aServerThatNeverAnswersIsGivenUpAndSoOften() throws Exception {
        try (Server server = new Server((socket, ended) -> ended.await())) {
            MlflowHttp http = new MlflowHttp(server.address(), PATIENCE);
            List<CompletableFuture<Throwable>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(CompletableFuture.supplyAsync(() -> failure(http)));
            }
            assertThat(calls)
                    .allSatisfy(call -> assertThat(call.get(1, TimeUnit.MINUTES))
                            .isInstanceOf(TrackingException.class)
                            .isNotInstanceOf(TrackingRefusedException.class)
                            .hasCauseInstanceOf(HttpTimeoutException.class)
                            .hasMessageContaining(server.address().toString()));
        }
    }

    @Test
    void aServerThatTricklesIsGivenUp() throws Exception {
        try (Server server = new Server((socket, ended) -> {
            OutputStream out = socket.getOutputStream();
            out.write(head(1_000_000));
            do {
                out.write('x');
                out.flush();
            } while (!ended.await(20, TimeUnit.MILLISECONDS));
        })) {
            MlflowHttp http = new MlflowHttp(server.address(), PATIENCE);
            assertThatThrownBy(() -> http.getArtifact("0/run/artifacts/large.bin"))
                    .isInstanceOf(TrackingException.class)
                    .hasCauseInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void aLargeFileMayTakeLongerThanThePatience() throws Exception {
        int pieces = 20;
        byte[] piece = new byte[10_000];
        try (Server server = new Server((socket, ended) -> {
            OutputStream out = socket.getOutputStream();
            out.write(head(pieces * piece.length));
            for (int i = 0; i < pieces; i++) {
                out.write(piece);
                out.flush();
                ended.await(100, TimeUnit.MILLISECONDS);
            }
        })) {
            MlflowHttp http = new MlflowHttp(server.address(), Duration.ofSeconds(1));
            assertThat(http.getArtifact("0/run/artifacts/large.bin")).hasSize(pieces * piece.length);
        }
    }

    @Test
    void aServerThatStopsReadingIsGivenUp() throws Exception {
        try (Server server = new Server((socket, ended) -> ended.await())) {
            MlflowHttp http = new MlflowHttp(server.address(), PATIENCE);
            assertThatThrownBy(() -> http.putArtifact("0/run/artifacts/large.bin", new byte[50_000_000]))
                    .isInstanceOf(TrackingException.class)
                    .hasCauseInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void whatAServerRefusesIsNotAnOutage() throws Exception {
        try (Server server = new Server((socket, ended) -> answer(socket, "400 Bad Request"))) {
            MlflowHttp http = new MlflowHttp(server.address(), Duration.ofMinutes(1));
            assertThatThrownBy(() -> http.post("runs/log-batch", Map.of()))
                    .isInstanceOf(TrackingRefusedException.class)
                    .hasMessageContaining("status 400");
        }
        try (Server server = new Server((socket, ended) -> answer(socket, "503 Service Unavailable"))) {
            MlflowHttp http = new MlflowHttp(server.address(), Duration.ofMinutes(1));
            assertThatThrownBy(() -> http.post("runs/log-batch", Map.of()))
                    .isInstanceOf(TrackingException.class)
                    .isNotInstanceOf(TrackingRefusedException.class)
                    .hasMessageContaining("status 503");
        }
    }

    @Test
    void theTraceOfWhoeverAsksGoesOn() throws Exception {
        SpanContext context = SpanContext.create(
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "00f067aa0ba902b7",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        try (Server server = new Server((socket, ended) -> answer(socket, "200 OK"));
                Scope scope = Span.wrap(context).makeCurrent()) {
            assertThat(scope).isNotNull();
            MlflowHttp http = new MlflowHttp(server.address(), Duration.ofMinutes(1));
            http.get("experiments/get", Map.of());
            assertThat(server.firstRequest.get(1, TimeUnit.MINUTES))
                    .contains("traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\n");
        }
    }

    private static Throwable failure(MlflowHttp http) {
        try {
            return new AssertionError("answered: " + http.get("experiments/get", Map.of()));
        } catch (TrackingException e) {
            return e;
        }
    }

    private static void answer(Socket socket, String status) throws IOException {
        socket.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\nContent-Length: 2\r\n\r\n{}").getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] head(int length) {
        return ("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private interface Behaviour {

        /** @param ended when the test is over */
        void meet(Socket socket, CountDownLatch ended) throws IOException, InterruptedException;
    }

    /** Accepts connections, reads what is there of a request and does as it is told. */
    private static final class Server implements AutoCloseable {

        private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final CountDownLatch ended = new CountDownLatch(1);
        private final CompletableFuture<String> firstRequest = new CompletableFuture<>();
        private final Behaviour behaviour;

        Server(Behaviour behaviour) throws IOException {
            this.behaviour = behaviour;
            start(this::accept);
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + listener.getLocalPort());
        }

        private void accept() {
            try {
                while (true) {
                    Socket socket = listener.accept();
                    start(() -> meet(socket));
                }
            } catch (IOException e) {
                // Closed at the end.
            }
        }

        private void meet(Socket socket) {
            try (socket) {
                byte[] request = new byte[4096];
                int length = socket.getInputStream().read(request);
                firstRequest.complete(new String(request, 0, Math.max(length, 0), StandardCharsets.US_ASCII));
                behaviour.meet(socket, ended);
            } catch (IOException e) {
                // The client gave up.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void start(Runnable work) {
            Thread thread = new Thread(work, "odd-server");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() {
            ended.countDown();
            try {
                listener.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
