package io.loanflow.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.web.EchoService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {

    @AfterEach
    void forget() {
        MDC.clear();
        // Spring Boot hands it to Logback as a property of the JVM.
        System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
    }

    @Test
    void textOfAClientBeginsNoLine(CapturedOutput output) {
        try (EchoService service = EchoService.start()) {
            assertThat(service.port()).isPositive();
            LoggerFactory.getLogger("test")
                    .error(
                            "file \"a\r\n2026-01-01 forged\u2028line\"",
                            new IllegalStateException("b\n2026-01-01 forged too", new IllegalArgumentException("why")));
        }
        assertThat(output.getOut().lines())
                .noneMatch(line -> line.startsWith("2026-01-01") || line.startsWith("line"))
                .anyMatch(line -> line.endsWith("file \"a 2026-01-01 forged line\""))
                .anyMatch(line -> line.equals("java.lang.IllegalStateException: b 2026-01-01 forged too"))
                .anyMatch(line -> line.startsWith("Caused by: java.lang.IllegalArgumentException: why"))
                .anyMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void aLineSaysWhatItIsAbout(CapturedOutput output) {
        try (EchoService service = EchoService.start()) {
            assertThat(service.port()).isPositive();
            MDC.put("WorkflowId", "pipeline-loan\r\n2026-01-01 forged");
            MDC.put("RunId", "01a2");
            MDC.put("decisionId", "0199");
            LoggerFactory.getLogger("test").info("of $1 and \\");
        }
        assertThat(output.getOut().lines())
                .noneMatch(line -> line.startsWith("2026-01-01"))
                .anyMatch(line -> line.endsWith(
                        " : workflow=pipeline-loan 2026-01-01 forged run=01a2 decision=0199 of $1 and \\"));
    }

    @Test
    void linesAreJsonOfElasticsSchemaOnDemand(CapturedOutput output) {
        try (EchoService service = EchoService.start("--LOANFLOW_LOG_FORMAT=ecs")) {
            assertThat(service.port()).isPositive();
            MDC.put("WorkflowId", "pipeline-loan\n{}");
            MDC.put("traceId", "4bf92f35");
            LoggerFactory.getLogger("test").info("a\nb");
        }
        JsonNode line = output.getOut()
                .lines()
                .filter(text -> text.contains("pipeline-loan"))
                .map(text -> JsonMapper.shared().readTree(text))
                .findFirst()
                .orElseThrow();
        assertThat(line.get("message").asString()).isEqualTo("a\nb");
        assertThat(line.get("WorkflowId").asString()).isEqualTo("pipeline-loan\n{}");
        assertThat(line.get("trace.id").asString()).isEqualTo("4bf92f35");
        assertThat(line.at("/ecs/version").asString()).isNotBlank();
    }

    @Test
    void aFormatThatThereIsNotIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> EchoService.start("--LOANFLOW_LOG_FORMAT=xml"))
                .hasMessageContaining("LOANFLOW_LOG_FORMAT")
                .hasMessageContaining("it may be plain, ecs, gelf or logstash");
    }
}
