package io.loanflow.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.web.audit.AuditSubjects;
import io.loanflow.web.login.AllowedTo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartFile;

/** A service with nothing but this library, and sockets to it. */
public final class EchoService implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final int port;

    private EchoService(ConfigurableApplicationContext context) {
        this.context = context;
        this.port =
                Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    public static EchoService start(String... settings) {
        return new EchoService(new SpringApplicationBuilder(Application.class)
                .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
                .run(settings));
    }

    public int port() {
        return port;
    }

    /** What the service does while it holds requests to {@code /held}. */
    public Echo echo() {
        return context.getBean(Echo.class);
    }

    public Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** The whole answer to a request whose connection ends with it. */
    public String exchange(String request) throws IOException {
        try (Socket socket = connect()) {
            send(socket, request);
            return read(socket);
        }
    }

    public static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    public static String read(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Head of a request with a body of this length. */
    public static String post(String path, long length) {
        return "POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: "
                + length + "\r\n\r\n";
    }

    public static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    @Override
    public void close() {
        SpringApplication.exit(context);
    }

    @Configuration
    @EnableAutoConfiguration
    @Import({Echo.class, Advice.class})
    static class Application {}

    @RestControllerAdvice
    static class Advice extends ProblemAdvice {}

    @RestController
    public static class Echo {

        private final CountDownLatch released = new CountDownLatch(1);
        private final AtomicInteger streaming = new AtomicInteger();

        @AllowedTo(Role.PREDICT)
        @PostMapping(path = "/echo", produces = MediaType.TEXT_PLAIN_VALUE)
        String echo(@RequestBody String body) {
            return body.length() > 100 ? body.length() + " characters" : body;
        }

        @AllowedTo(Role.OPERATE)
        @PostMapping(path = "/changed", produces = MediaType.TEXT_PLAIN_VALUE)
        String changed(@RequestBody String body) {
            AuditSubjects.add("load", 7);
            if (body.equals("fail")) {
                throw new IllegalStateException("of the test");
            }
            return "changed";
        }

        @GetMapping(path = "/actuator/alive", produces = MediaType.TEXT_PLAIN_VALUE)
        String alive() {
            return "alive";
        }

        @PostMapping(path = "/upload", produces = MediaType.TEXT_PLAIN_VALUE)
        String upload(@RequestParam MultipartFile file) {
            return file.getSize() + " bytes";
        }

        @PostMapping(path = "/streamed", produces = MediaType.TEXT_PLAIN_VALUE)
        String streamed(InputStream body) throws IOException {
            streaming.incrementAndGet();
            try {
                return body.transferTo(OutputStream.nullOutputStream()) + " bytes";
            } finally {
                streaming.decrementAndGet();
            }
        }

        /** How many bodies are being read by {@code /streamed} now. */
        public int streaming() {
            return streaming.get();
        }

        @GetMapping(path = "/large", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
        byte[] large() {
            return new byte[64 << 20];
        }

        @AllowedTo({Role.INSPECT, Role.AUDIT})
        @GetMapping(path = "/asked", produces = MediaType.TEXT_PLAIN_VALUE)
        String asked(@RequestParam(required = false, defaultValue = "") String a) {
            return a;
        }

        @GetMapping(path = "/held", produces = MediaType.TEXT_PLAIN_VALUE)
        String held() throws InterruptedException {
            released.await();
            return "held";
        }

        @GetMapping(path = "/failed", produces = MediaType.TEXT_PLAIN_VALUE)
        String failed() {
            throw new IllegalStateException("of the test");
        }

        @AllowedTo({})
        @GetMapping(path = "/open", produces = MediaType.TEXT_PLAIN_VALUE)
        String open() {
            return "open";
        }

        /** Lets all that are held go. */
        public void release() {
            released.countDown();
        }
    }
}
