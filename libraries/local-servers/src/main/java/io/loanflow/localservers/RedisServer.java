package io.loanflow.localservers;

import java.io.File;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** A Redis server from the binaries in embedded-redis's jar. It keeps nothing on disk: nothing in it is the only copy. */
public final class RedisServer implements AutoCloseable {

    private static final String PROGRAM = "redis-server";
    public static final Duration TIME_TO_START = Duration.ofSeconds(20);
    private static final int ANSWER_MILLIS = 2_000;

    private final ServerProcess process;
    private final int port;
    private final String password;

    private RedisServer(ServerProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param password letters and digits
     */
    public static RedisServer start(Path stateDirectory, int port, String password) {
        return start(stateDirectory, port, password, List.of());
    }

    /** As {@link #start}, as a node of a cluster that has no slots and knows no other node yet. */
    public static RedisServer startClusterNode(Path stateDirectory, int port, String password) {
        return start(stateDirectory, port, password, List.of("cluster-enabled yes", "masterauth " + password));
    }

    private static RedisServer start(Path stateDirectory, int port, String password, List<String> settings) {
        ServerProcess process = launch(ServerFiles.in(stateDirectory, "redis"), port, password, settings);
        process.awaitReady(TIME_TO_START, probe(port, password));
        return new RedisServer(process, port, password);
    }

    /** As {@link #start}, without waiting: {@link #probe} tells when it answers. */
    public static ServerProcess launch(ServerFiles files, int port, String password) {
        return launch(files, port, password, List.of());
    }

    private static ServerProcess launch(ServerFiles files, int port, String password, List<String> settings) {
        Passwords.requireSafe(password);
        files.createDirectories();
        Path configuration = files.directory().resolve("redis.conf");
        PrivateFile.write(configuration, configuration(port, password) + String.join("\n", settings) + "\n");
        return ServerProcess.launch(
                new ServerCommand("Redis", List.of(binary().toString(), configuration.toString()), Map.of(), files));
    }

    /** Whether it takes the password. */
    public static ReadinessProbe probe(int port, String password) {
        return () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(ANSWER_MILLIS);
                socket.getOutputStream().write(("AUTH " + password + "\r\n").getBytes(StandardCharsets.US_ASCII));
                byte[] answer = socket.getInputStream().readNBytes("+OK".length());
                return new String(answer, StandardCharsets.US_ASCII).equals("+OK");
            }
        };
    }

    public ServerProcess process() {
        return process;
    }

    /** With the password. */
    public String url() {
        return url(port, password);
    }

    public static String url(int port, String password) {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.stop();
    }

    private static Path binary() {
        return CacheDirectory.install("redis-6.2.6", directory -> {
                    // What embedded-redis unpacks, it deletes when the JVM ends.
                    File unpacked = ExecutableProvider.newJarResourceProvider().get();
                    Path binary = Files.copy(unpacked.toPath(), directory.resolve(PROGRAM));
                    Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwxr-xr-x"));
                })
                .resolve(PROGRAM);
    }

    private static String configuration(int port, String password) {
        return String.join(
                "\n",
                "bind 127.0.0.1",
                "port " + port,
                // No scripts: nobody needs them, and what lets a client break out of Redis were faults of its Lua.
                "user default on ~* &* +@all -@scripting >" + password,
                "save \"\"",
                "appendonly no",
                "maxmemory 512mb",
                "maxmemory-policy volatile-lru",
                "");
    }
}
