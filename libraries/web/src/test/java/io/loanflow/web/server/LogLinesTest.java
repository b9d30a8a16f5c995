package io.loanflow.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.web.EchoService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {

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
}
