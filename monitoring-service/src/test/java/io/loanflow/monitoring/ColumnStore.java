package io.loanflow.monitoring;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** A database of its own on a real ColumnStore server; the environment names the server by a JDBC URL with its user. */
public final class ColumnStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String VARIABLE = "LOANFLOW_TEST_COLUMNSTORE_URL";

    private final String server = System.getenv(VARIABLE);
    private final String database =
            "loanflow_it_" + UUID.randomUUID().toString().substring(0, 8);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        execute("CREATE DATABASE " + database + " CHARACTER SET utf8mb4");
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                execute("DROP DATABASE " + database);
            }
        });
        TestPropertyValues.of(
                        "spring.datasource.url=" + server.replaceFirst("(//[^/?]+)(/[^?]*)?", "$1/" + database),
                        "spring.datasource.username=",
                        "spring.datasource.password=")
                .applyTo(context);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot " + sql + " on " + server, e);
        }
    }
}
