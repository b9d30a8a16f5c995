package io.loanflow.web.trace;

import static io.loanflow.web.EchoService.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.web.EchoService;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a client sees of its trace, with real sockets. */
@ExtendWith(OutputCaptureExtension.class)
class TraceIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Pattern HEADER = Pattern.compile("X-Trace-Id: ([0-9a-f]{32})\r\n");
    private static final Pattern MEMBER = Pattern.compile("\"traceId\":\"([0-9a-f]{32})\"");

    private static EchoService service;

    @BeforeAll
    static void start() {
        service = EchoService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String ask(String path, String... headers) throws IOException {
        return service.exchange(get(path).replace("Connection", String.join("", headers) + "Connection"));
    }

    private static String traceparent(String value) {
        return "traceparent: " + value + "\r\n";
    }

    private static String found(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(1);
    }

    @Test
    void theClientsTraceGoesOnInAnswerProblemAndLog(CapturedOutput output) throws IOException {
        String parent = traceparent("00-" + TRACE + "-00f067aa0ba902b7-01");
        assertThat(ask("/asked?a=1", parent)).startsWith("HTTP/1.1 200").contains("X-Trace-Id: " + TRACE);
        assertThat(ask("/failed", parent))
                .startsWith("HTTP/1.1 500")
                .contains("X-Trace-Id: " + TRACE, "\"traceId\":\"" + TRACE + "\"");
        assertThat(output.getOut().lines()).anyMatch(line -> line.endsWith(" : trace=" + TRACE + " A request failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/failed", "/asked?a=%zz"})
    void aProblemNamesTheTraceThatTheAnswerNames(String path) throws IOException {
        String answer = ask(path);
        assertThat(found(MEMBER, answer)).isEqualTo(found(HEADER, answer));
    }

    @Test
    void whatIsRefusedBeforeAControllerNamesItsTraceToo() throws IOException {
        String answer = service.exchange(get("/asked").replace("localhost", "elsewhere.example"));
        assertThat(answer).startsWith("HTTP/1.1 421");
        assertThat(found(MEMBER, answer)).isEqualTo(found(HEADER, answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-" + TRACE + "-00f067aa0ba902b7",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-" + TRACE + "-00f067aa0ba902b7-01 2026-01-01 forged",
                "00-" + TRACE + "-00f067aa0ba902b7-01\r\ntraceparent: 00-" + TRACE + "-00f067aa0ba902b7-00x"
            })
    void aTraceparentThatIsNoneBeginsAnotherTrace(String value, CapturedOutput output) throws IOException {
        String answer = ask("/failed", traceparent(value));
        String id = found(HEADER, answer);
        assertThat(found(MEMBER, answer)).isEqualTo(id);
        assertThat(output.getOut()).contains("trace=" + id).doesNotContain("forged");
    }

    @Test
    void tracestateAndBaggageOfAnyLengthAreNoFault() throws IOException {
        String parent = traceparent("00-" + TRACE + "-00f067aa0ba902b7-00");
        String state = "tracestate: " + "a=b,".repeat(1_000) + "c=d\r\n";
        String baggage = "baggage: " + "k=%0d%0aforged;p=1,".repeat(200) + "z=1\r\n";
        assertThat(ask("/asked?a=1", parent, state, baggage))
                .startsWith("HTTP/1.1 200")
                .contains("X-Trace-Id: " + TRACE);
    }
}
