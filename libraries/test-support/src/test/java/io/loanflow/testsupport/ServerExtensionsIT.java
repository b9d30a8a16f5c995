package io.loanflow.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServerExtensionsIT {

    @RegisterExtension
    static final MariaDbExtension MARIADB = new MariaDbExtension();

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @RegisterExtension
    static final TemporalExtension TEMPORAL = new TemporalExtension();

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    @Test
    void everyServerHasItsAddress() throws Exception {
        try (Connection connection =
                DriverManager.getConnection(MARIADB.jdbcUrl(), MARIADB.user(), MARIADB.password())) {
            assertThat(connection.isValid(2)).isTrue();
        }
        assertThat(REDIS.redisUrl()).startsWith("redis://:");
        assertThat(TEMPORAL.address()).startsWith("127.0.0.1:");
        assertThat(MLFLOW.trackingUri()).hasScheme("http");
    }

    @Test
    void allExtensionsOfAJvmShareAServer() {
        assertThat(new MariaDbExtension().jdbcUrl()).isEqualTo(MARIADB.jdbcUrl());
    }
}
