package io.loanflow.monitoring.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes messages over HTTP as a chat tool does, of whoever knows the secret. */
final class ChatTool implements AutoCloseable {

    static final String SECRET = "a secret of both";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
    private volatile Predicate<JsonNode> welcome = message -> true;

    ChatTool() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    /** The next request is answered with this status. */
    void failOnce(int status) {
        failures.add(status);
    }

    /** Whatever else comes is refused. */
    void takeOnly(Predicate<JsonNode> messages) {
        welcome = messages;
    }

    /** Messages that were taken, in their order. */
    List<JsonNode> taken() {
        return taken;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(answer(exchange, body), -1);
        exchange.close();
    }

    private int answer(HttpExchange exchange, byte[] body) {
        Integer failure = failures.poll();
        if (failure != null) {
            return failure;
        }
        String signature = exchange.getRequestHeaders().getFirst("X-Loanflow-Signature");
        if (signature == null || !isOurs(signature, body)) {
            return 401;
        }
        JsonNode message = JSON.readTree(body);
        if (!welcome.test(message)) {
            return 400;
        }
        taken.add(message);
        return 200;
    }

    private static boolean isOurs(String signature, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String expected = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
            return MessageDigest.isEqual(
                    signature.getBytes(StandardCharsets.US_ASCII), expected.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
