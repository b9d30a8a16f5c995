package io.loanflow.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.monitoring.InnoDb;
import io.loanflow.monitoring.WholeServiceTest;
import io.loanflow.testsupport.AccessCheck;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
class AccessIT {

    private static final AccessCheck CHECK = new AccessCheck();

    @TempDir
    static Path directory;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void logIn(DynamicPropertyRegistry settings) throws IOException {
        Path keys = CHECK.write(directory);
        settings.add("loanflow.login.keys", keys::toString);
    }

    @Test
    void everyOperationAnswersWhomTheTableAllows() throws IOException {
        assertThat(CHECK.check("monitoring-service", "http://127.0.0.1:" + port))
                .isPositive();
    }
}
