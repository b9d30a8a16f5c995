package io.loanflow.web.limit;

import static io.loanflow.testsupport.Waiting.await;
import static io.loanflow.web.EchoService.get;
import static io.loanflow.web.EchoService.post;
import static io.loanflow.web.EchoService.read;
import static io.loanflow.web.EchoService.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.web.EchoService;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients may cost a service, with real sockets. */
class RequestLimitsIT {

    private static final int LIMIT = 64 * 1024;

    private static EchoService service;

    @BeforeAll
    static void start() {
        service = EchoService.start(
                "--loanflow.limits.max-body=64KB",
                "--loanflow.limits.memory=4MB",
                "--loanflow.limits.max-uploads=2",
                "--loanflow.limits.streamed=/streamed",
                "--loanflow.limits.body-time=3s",
                "--loanflow.limits.max-arriving=450",
                "--server.tomcat.threads.max=16");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aBodyIsReadWhetherItComesAtOnceOrInPieces() throws IOException {
        assertThat(service.exchange(post("/echo", 5) + "whole")).endsWith("whole");
        try (Socket socket = service.connect()) {
            send(socket, post("/echo", 10));
            send(socket, "in ");
            assertThat(service.exchange(post("/echo", 7) + "between")).endsWith("between");
            send(socket, "pie");
            assertThat(service.exchange(post("/echo", 7) + "between")).endsWith("between");
            send(socket, "ces.");
            assertThat(read(socket)).startsWith("HTTP/1.1 200").endsWith("in pieces.");
        }
    }

    @Test
    void chunksBecomeABody() throws IOException {
        String head = "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n";

        assertThat(service.exchange(head + "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .endsWith("abcdefg");
        assertThat(service.exchange(head + "nonsense\r\n")).startsWith("HTTP/1.1 400");
        assertThat(service.exchange(head + ("1000\r\n" + "x".repeat(4096) + "\r\n").repeat(20) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void aConnectionServesRequestAfterRequest() throws IOException {
        String one = post("/echo", 3).replace("Connection: close\r\n", "") + "one";
        try (Socket socket = service.connect()) {
            send(socket, one + one);
            send(socket, post("/echo", 3));
            send(socket, "end");
            assertThat(read(socket)).containsPattern("(?s)one.*one.*end$").doesNotContain(" 400 ", " 500 ");
        }
    }

    @Test
    void aBodyOverTheLimitIsRefusedWithTheLimitAndTheClientSeesIt() throws IOException {
        String large = "x".repeat(8 << 20);

        assertThat(service.exchange(post("/echo", large.length()) + large))
                .startsWith("HTTP/1.1 413")
                .contains(
                        "application/problem+json",
                        "larger than " + LIMIT + " bytes",
                        "urn:loanflow:problem:too-large");
        assertThat(service.exchange(post("/echo", LIMIT) + "x".repeat(LIMIT))).endsWith(LIMIT + " characters");
    }

    @Test
    void fourHundredSlowBodiesStopNobodyAndEnd() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                Socket socket = service.connect();
                send(socket, post(i % 2 == 0 ? "/echo" : "/nowhere", 1000) + "slow");
                slow.add(socket);
            }
            for (int i = 0; i < 50; i++) {
                assertThat(service.exchange(post("/echo", 4) + "fast")).endsWith("fast");
                assertThat(service.exchange(get("/actuator/alive"))).endsWith("alive");
            }
            assertThat(read(slow.get(0))).startsWith("HTTP/1.1 408").contains("was not there after 3 seconds");
            for (Socket socket : slow.subList(1, slow.size())) {
                assertThat(read(socket)).startsWith("HTTP/1.1 408");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** 600 bodies of 60 KB would be 36 MB where 1 MB may be on its way. */
    @Test
    void bodiesThatFillTheRoomAreRefusedAndTheRoomComesBack() throws IOException {
        List<Socket> halves = new ArrayList<>();
        String almost = "x".repeat(60 * 1024);
        int refused = 0;
        try {
            for (int i = 0; i < 60; i++) {
                Socket socket = service.connect();
                halves.add(socket);
                send(socket, post("/echo", LIMIT) + almost);
            }
            for (Socket socket : halves) {
                refused += read(socket).startsWith("HTTP/1.1 503") ? 1 : 0;
            }
        } finally {
            for (Socket socket : halves) {
                socket.close();
            }
        }
        assertThat(refused).isBetween(40, 55);
        assertThat(service.exchange(post("/echo", LIMIT) + "x".repeat(LIMIT))).endsWith(LIMIT + " characters");
    }

    @Test
    void whatThereIsNoRoomForIsRefusedSoonWithATimeToComeBack() throws IOException {
        try (EchoService small = EchoService.start("--loanflow.limits.memory=5MB")) {
            List<Socket> held = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Socket socket = small.connect();
                send(socket, get("/held"));
                held.add(socket);
            }
            String refusal = "";
            long took = 0;
            while (!refusal.startsWith("HTTP/1.1 503")) {
                long start = System.nanoTime();
                refusal = small.exchange(post("/echo", 2) + "me");
                took = System.nanoTime() - start;
            }
            assertThat(refusal).contains("Retry-After: 1", "urn:loanflow:problem:busy");
            assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofMillis(500));
            assertThat(small.exchange(get("/actuator/alive"))).endsWith("alive");

            small.echo().release();
            for (Socket socket : held) {
                assertThat(read(socket)).endsWith("held");
                socket.close();
            }
            assertThat(small.exchange(post("/echo", 2) + "me")).endsWith("me");
        }
    }

    @Test
    void aClientThatGoesAwayLeavesNothingBehind() throws IOException {
        for (int i = 0; i < 500; i++) {
            try (Socket socket = service.connect()) {
                send(socket, post("/echo", 60_000) + "x".repeat(30_000));
                socket.setSoLinger(true, 0);
            } catch (SocketException e) {
                // Refused, and closed by the service.
            }
        }
        assertThat(service.exchange(post("/echo", LIMIT) + "x".repeat(LIMIT))).endsWith(LIMIT + " characters");
    }

    @Test
    void uploadsGoThroughAndOnesWithoutABoundaryAreRefused() throws IOException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc\r\n--b--\r\n";
        String head = post("/upload", body.length());

        assertThat(service.exchange(head.replace("text/plain", "multipart/form-data; boundary=b") + body))
                .endsWith("3 bytes");
        assertThat(service.exchange(head.replace("text/plain", "multipart/form-data") + body))
                .startsWith("HTTP/1.1 400")
                .endsWith("\r\n0\r\n\r\n")
                .contains("urn:loanflow:problem:bad-request");
        assertThat(service.exchange(post("/upload", 19).replace("text/plain", "multipart/form-data; boundary=b")
                        + "--b\r\nno part at all"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void slowUploadsKeepToTheirShare() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                Socket socket = service.connect();
                send(
                        socket,
                        post("/upload", 100_000).replace("text/plain", "multipart/form-data; boundary=b") + "--b\r\n");
                slow.add(socket);
            }
            assertThat(service.exchange(post("/echo", 4) + "fast")).endsWith("fast");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void streamedBodiesAreOfAnyLengthAndFewAtATime() throws IOException {
        String large = "x".repeat(8 << 20);
        assertThat(service.exchange(post("/streamed", large.length()) + large)).endsWith(large.length() + " bytes");

        try (Socket one = service.connect();
                Socket other = service.connect()) {
            for (Socket socket : List.of(one, other)) {
                send(socket, post("/streamed", 2) + "x");
            }
            await().until(() -> service.echo().streaming() == 2);
            assertThat(service.exchange(post("/streamed", 1) + "x"))
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 1", "urn:loanflow:problem:busy");
            assertThat(service.exchange(post("/echo", 4) + "fast")).endsWith("fast");
            for (Socket socket : List.of(one, other)) {
                send(socket, "x");
                assertThat(read(socket)).endsWith("2 bytes");
            }
        }
    }
}
