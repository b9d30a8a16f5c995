package io.loanflow.serving.benchmark;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.MlflowServer;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.fixture.LoanDefinition;
import io.loanflow.serving.fixture.LoanRow;
import io.loanflow.serving.fixture.LoanRows;
import io.loanflow.serving.fixture.ModelShelf;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.serving.prediction.PredictionRequest;
import io.loanflow.serving.prediction.Predictor;
import io.loanflow.serving.prediction.PredictorFixture;
import io.loanflow.serving.prediction.WantedReasons;
import io.loanflow.trees.grow.ForestParameters;
import io.loanflow.trees.tribuo.HistogramForestTrainer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How fast a prediction is: inside the JVM, and over HTTP beside an endpoint of the same application that does nothing, and
 * beside the usual Python service if asked for. The model is a forest of trees of full depth, from a real registry.
 */
public final class ServingBenchmark {

    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");
    private static final int DISTINCT_ROWS = 1000;
    private static final int FIRST_SECONDS = 10;

    private final Options options;
    private final Path directory;
    private final List<LoanRow> rows;
    private final List<String> bodies;

    private ServingBenchmark(Options options, Path directory) {
        this.options = options;
        this.directory = directory;
        this.rows = (options.data() == null ? LoanRows.madeUp(36_000, 1) : LoanRows.ofFile(options.data()))
                .stream().filter(row -> row.isValid(LoanDefinition.DEFINITION)).toList();
        this.bodies = rows.stream()
                .skip(rows.size() - DISTINCT_ROWS)
                .map(row -> row.json(LoanDefinition.DEFINITION).toString())
                .toList();
    }

    public static void main(String[] arguments) throws Exception {
        TRIBUO.setLevel(Level.WARNING);
        Options options = Options.of(arguments);
        new ServingBenchmark(options, Files.createTempDirectory("loanflow-benchmark-")).run();
    }

    private void run() throws Exception {
        System.out.printf(
                "%d trees of full depth on %,d rows (%s), %d connections, median of %d rounds of %d s%n",
                options.trees(),
                rows.size(),
                options.data() == null ? "made up" : "the published file",
                options.connections(),
                options.rounds(),
                options.seconds());
        ModelFolder folder = TrainedModel.train(
                        rows,
                        new HistogramForestTrainer(ForestParameters.defaults(1).withTrees(options.trees())))
                .folder(DataOrigin.FILE);
        insideTheJvm(folder);
        try (MlflowServer mlflow = MlflowServer.start(directory.resolve("mlflow"), FreePort.find())) {
            Runtime.getRuntime().addShutdownHook(new Thread(mlflow::close));
            ModelShelf shelf = new ModelShelf(URI.create(mlflow.url()));
            shelf.promote(folder);
            overHttp(URI.create(mlflow.url()), shelf.name());
        }
    }

    private void insideTheJvm(ModelFolder folder) {
        Predictor predictor = PredictorFixture.predictor(folder);
        byte[][] requests = bodies.stream()
                .map(body -> body.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        double[] micros = new double[options.rounds()];
        double unused = 0;
        for (int round = -3; round < micros.length; round++) {
            long count = 0;
            long start = System.nanoTime();
            while (System.nanoTime() - start < options.seconds() * 1_000_000_000L) {
                for (byte[] request : requests) {
                    unused += predictor
                            .predict(new PredictionRequest(null, request, WantedReasons.STANDARD, null))
                            .probability();
                }
                count += requests.length;
            }
            if (round >= 0) {
                micros[round] = (System.nanoTime() - start) / 1e3 / count;
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                "inside the JVM, JSON bytes to prediction: %.1f µs (mean probability %.3f)%n",
                micros[micros.length / 2], unused % 1);
    }

    private List<String> command(int port, URI trackingUri, String model) {
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
        return command;
    }

    private void overHttp(URI trackingUri, String model) throws Exception {
        int port = FreePort.find();
        String base = "http://127.0.0.1:" + port;
        URI ready = URI.create(base + "/actuator/health/readiness");
        try (Server application =
                Server.start(command(port, trackingUri, model), directory.resolve("application.log"), ready)) {
            System.out.printf("application ready after %.1f s%n", application.startSeconds());
            Map<String, Load> loads = new LinkedHashMap<>();
            loads.put("prediction", load(base + "/api/v1/predictions"));
            List<Measurement> first = firstSeconds(loads.get("prediction"));
            loads.put("no-op", load(base + "/api/v1/noop"));
            Map<String, Measurement> measured =
                    options.peerPython() == null ? measure(loads) : withPeer(loads, options.peerPython());
            printFirst(first, measured.get("prediction"));
            System.out.printf("application: %d MB resident%n", application.megabytes());
        }
    }

    private Map<String, Measurement> withPeer(Map<String, Load> loads, Path python) throws Exception {
        Path csv = directory.resolve("rows.csv");
        Files.write(csv, csv());
        String program = String.valueOf(options.peerProgram());
        Process training = new ProcessBuilder(
                        python.toString(), program, csv.toString(), Integer.toString(options.trees()))
                .inheritIO()
                .start();
        if (training.waitFor() != 0) {
            throw new IllegalStateException("the peer could not be trained");
        }
        int port = FreePort.find();
        String base = "http://127.0.0.1:" + port;
        List<String> command = List.of(python.toString(), program, csv.toString(), "serve", Integer.toString(port));
        try (Server peer = Server.start(command, directory.resolve("peer.log"), URI.create(base + "/health"))) {
            loads.put("peer no-op", load(base + "/noop"));
            loads.put("peer prediction", load(base + "/predictions"));
            Map<String, Measurement> measured = measure(loads);
            System.out.printf("peer: %d MB resident%n", peer.megabytes());
            return measured;
        }
    }

    private Load load(String address) {
        return new Load(URI.create(address), bodies, options.connections());
    }

    /** In turns, so that whatever else the machine does meanwhile is shared by all. */
    private Map<String, Measurement> measure(Map<String, Load> loads) throws Exception {
        Duration time = Duration.ofSeconds(options.seconds());
        for (int warmUp = 0; warmUp < 3; warmUp++) {
            for (Load load : loads.values()) {
                load.run(time);
            }
        }
        Map<String, List<Measurement>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < options.rounds(); round++) {
            for (Map.Entry<String, Load> load : loads.entrySet()) {
                rounds.computeIfAbsent(load.getKey(), name -> new ArrayList<>())
                        .add(load.getValue().run(time));
            }
        }
        Map<String, Measurement> medians = new LinkedHashMap<>();
        rounds.forEach((name, all) -> medians.put(name, Measurement.median(all)));
        medians.forEach((name, median) -> System.out.printf("%-16s %s%n", name, median));
        double[] ratios = new double[options.rounds()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = rounds.get("prediction").get(round).requestsPerSecond()
                    / rounds.get("no-op").get(round).requestsPerSecond();
        }
        Arrays.sort(ratios);
        System.out.printf("prediction / no-op: %.0f %% (median of the rounds)%n", 100 * ratios[ratios.length / 2]);
        return medians;
    }

    /** What a client meets that begins as soon as the service says that it is ready. */
    private static List<Measurement> firstSeconds(Load load) throws Exception {
        List<Measurement> seconds = new ArrayList<>();
        for (int second = 0; second < FIRST_SECONDS; second++) {
            seconds.add(load.run(Duration.ofSeconds(1)));
        }
        return seconds;
    }

    private static void printFirst(List<Measurement> seconds, Measurement full) {
        System.out.printf("prediction in the first seconds after it was ready, in %% of the above:");
        seconds.forEach(
                second -> System.out.printf(" %.0f", 100 * second.requestsPerSecond() / full.requestsPerSecond()));
        System.out.printf("%np99 in them, ms:");
        seconds.forEach(second -> System.out.printf(" %.1f", second.p99Millis()));
        System.out.println();
    }

    private List<String> csv() {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", rows.get(0).json(LoanDefinition.DEFINITION).propertyNames()) + ",loan_status");
        for (LoanRow row : rows) {
            List<String> cells = new ArrayList<>();
            row.json(LoanDefinition.DEFINITION).forEach(cell -> cells.add(cell.asString()));
            lines.add(String.join(",", cells) + "," + row.label());
        }
        return lines;
    }
}
