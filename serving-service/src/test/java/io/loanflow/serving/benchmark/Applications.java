package io.loanflow.serving.benchmark;

import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.MariaDbServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the application, as the product does. */
final class Applications {

    private final Options options;
    private final Path directory;
    private final URI trackingUri;
    private final String model;

    Applications(Options options, Path directory, URI trackingUri, String model) {
        this.options = options;
        this.directory = directory;
        this.trackingUri = trackingUri;
        this.model = model;
    }

    /** One whose decisions go into a journal and from there into a database, also while it is measured. */
    Application remembering(MariaDbServer database) throws Exception {
        return start(
                "remembering",
                "--loanflow.decisions.journal-directory=" + directory.resolve("journal"),
                "--loanflow.decisions.ship-interval=1s",
                "--loanflow.database.url=" + database.url(),
                "--loanflow.database.user=" + database.user(),
                "--loanflow.database.password=" + database.password());
    }

    /** One that remembers nothing. */
    Application forgetful() throws Exception {
        return start("forgetful", "--loanflow.decisions.keeping=off");
    }

    private Application start(String name, String... settings) throws Exception {
        int port = FreePort.find();
        String base = "http://127.0.0.1:" + port;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options.jvmFlags());
        command.addAll(List.of(
                "-jar",
                options.application().toString(),
                "--spring.profiles.active=benchmark",
                "--server.port=" + port,
                "--loanflow.tracking-uri=" + trackingUri,
                "--loanflow.model=" + model,
                "--loanflow.models=" + model));
        command.addAll(List.of(settings));
        URI ready = URI.create(base + "/actuator/health/readiness");
        return new Application(base, Server.start(command, directory.resolve(name + ".log"), ready));
    }
}
