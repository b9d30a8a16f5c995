package io.loanflow.web.trace;

import static io.loanflow.web.EchoService.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.loanflow.testsupport.TraceCollector;
import io.loanflow.testsupport.Waiting;
import io.loanflow.web.EchoService;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Traces sent to a collector that speaks OTLP. */
class TraceExportIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final int MANY = 300;

    @Test
    void aRequestIsASpanOfTheClientsTrace() throws IOException {
        try (TraceCollector collector = TraceCollector.start()) {
            try (EchoService service = service(collector.address())) {
                service.exchange(get("/actuator/alive"));
                service.exchange(get("/asked?a=secret")
                        .replace("Connection", "traceparent: 00-" + TRACE + "-" + PARENT + "-01\r\nConnection"));
            }
            // The end of the service sends what is left.
            assertThat(collector.spans()).extracting(Span::getName).containsExactly("http get /asked");
            Span span = collector.spans().get(0);
            assertThat(hex(span.getTraceId())).isEqualTo(TRACE);
            assertThat(hex(span.getParentSpanId())).isEqualTo(PARENT);
            assertThat(collector.taken().toString()).contains("echo-service").doesNotContain("secret");
        }
    }

    @Test
    void nothingIsSentWhereTheClientOrTheShareSaysNo() throws IOException {
        try (TraceCollector collector = TraceCollector.start()) {
            try (EchoService service = service(collector.address())) {
                service.exchange(get("/asked")
                        .replace("Connection", "traceparent: 00-" + TRACE + "-" + PARENT + "-00\r\nConnection"));
            }
            try (EchoService service = service(collector.address(), "--LOANFLOW_TRACE_SHARE=0")) {
                assertThat(service.exchange(get("/asked"))).contains("X-Trace-Id: ");
            }
            assertThat(collector.spans()).isEmpty();
        }
    }

    @Test
    void aCollectorThatHangsDelaysNoAnswer() throws IOException {
        try (TraceCollector collector = TraceCollector.thatHangs();
                EchoService service =
                        service(collector.address(), "--management.opentelemetry.tracing.export.schedule-delay=10ms")) {
            service.exchange(get("/asked?a=first"));
            Waiting.await().until(() -> !collector.taken().isEmpty());
            answersMany(service);
        }
    }

    @Test
    void aCollectorThatIsNotThereDelaysNoAnswer() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        try (EchoService service = service("http://127.0.0.1:" + nobody)) {
            answersMany(service);
        }
    }

    private static void answersMany(EchoService service) throws IOException {
        for (int i = 0; i < MANY; i++) {
            assertThat(service.exchange(get("/asked?a=" + i))).startsWith("HTTP/1.1 200");
        }
    }

    private static EchoService service(String collector, String... settings) {
        String[] all = List.of(settings).toArray(new String[settings.length + 2]);
        all[settings.length] = "--LOANFLOW_OTLP_ENDPOINT=" + collector + "/";
        all[settings.length + 1] = "--spring.application.name=echo-service";
        return EchoService.start(all);
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
