package io.loanflow.localservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbServerIT {

    @TempDir
    Path directory;

    @Test
    void rowsAreStreamedInAndOutliveARestart() throws Exception {
        String password = Passwords.generate();
        Path state = directory.resolve("a state's \u00e9");
        try (MariaDbServer server = MariaDbServer.start(state, FreePort.find(), password);
                Connection connection = connect(server, password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE numbers (n INT)");
            org.mariadb.jdbc.Statement local = statement.unwrap(org.mariadb.jdbc.Statement.class);
            local.setLocalInfileInputStream(new ByteArrayInputStream("1\n2\n3\n".getBytes(StandardCharsets.US_ASCII)));
            statement.execute("LOAD DATA LOCAL INFILE 'stream' INTO TABLE numbers");
        }
        try (MariaDbServer server = MariaDbServer.start(state, FreePort.find(), password);
                Connection connection = connect(server, password);
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery("SELECT SUM(n) FROM numbers")) {
            assertThat(sum.next()).isTrue();
            assertThat(sum.getInt(1)).isEqualTo(6);
        }
    }

    @Test
    void aServerThatStartsLeavesTheTemporaryTablesOfOthersAlone() throws Exception {
        String password = Passwords.generate();
        try (MariaDbServer server = MariaDbServer.start(directory.resolve("one"), FreePort.find(), password);
                Connection connection = connect(server, password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE numbers (n INT) ENGINE = Aria");

            MariaDbServer.start(directory.resolve("another"), FreePort.find(), password)
                    .close();

            assertThatCode(() -> statement.execute("DROP TEMPORARY TABLE numbers"))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        try (MariaDbServer server = MariaDbServer.start(directory, FreePort.find(), Passwords.generate())) {
            assertThatThrownBy(() -> connect(server, Passwords.generate()).close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
        }
    }

    private static Connection connect(MariaDbServer server, String password) throws SQLException {
        return DriverManager.getConnection(server.url() + "?allowLocalInfile=true", server.user(), password);
    }
}
