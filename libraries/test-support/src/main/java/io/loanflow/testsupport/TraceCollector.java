package io.loanflow.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes traces by OTLP over HTTP, and reads them as the protocol's own classes do. */
public final class TraceCollector implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<ResourceSpans> taken = new ConcurrentLinkedQueue<>();
    private final CountDownLatch answers;

    private TraceCollector(CountDownLatch answers) throws IOException {
        this.answers = answers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    public static TraceCollector start() throws IOException {
        return new TraceCollector(new CountDownLatch(0));
    }

    /** One that takes what it is sent and never answers. */
    public static TraceCollector thatHangs() throws IOException {
        return new TraceCollector(new CountDownLatch(1));
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        taken.addAll(
                ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()).getResourceSpansList());
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    public List<ResourceSpans> taken() {
        return List.copyOf(taken);
    }

    public List<Span> spans() {
        return taken.stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    @Override
    public void close() {
        answers.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
