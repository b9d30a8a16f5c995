package io.loanflow.serving.benchmark;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.localservers.DirectoryTree;
import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.MariaDbServer;
import io.loanflow.localservers.MlflowServer;
import io.loanflow.localservers.Passwords;
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
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How fast a prediction is: inside the JVM, and over HTTP beside an endpoint of the same application that does nothing,
 * beside the application that remembers no decision, and beside the usual Python service if asked for. The model is a forest of trees of full depth, from a real registry.
 */
public final class ServingBenchmark {

    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");
    private static final int DISTINCT_ROWS = 1000;
    private static final int FIRST_SECONDS = 10;
    private static final int MANY_CONNECTIONS = 32;
    private static final String PREDICTIONS = "/api/v1/predictions";

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
        Path directory = Files.createTempDirectory("loanflow-benchmark-");
        new ServingBenchmark(options, directory).run();
        DirectoryTree.delete(directory);
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

    /** With the journal, whose decisions go into a real database, and without. */
    private void overHttp(URI trackingUri, String model) throws Exception {
        try (MariaDbServer database =
                MariaDbServer.start(directory.resolve("database"), FreePort.find(), Passwords.generate())) {
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            Applications applications = new Applications(options, directory, trackingUri, model);
            try (Application application = applications.remembering(database)) {
                System.out.printf("application ready after %.1f s%n", application.startSeconds());
                List<Measurement> first = firstSeconds(load(application.base() + PREDICTIONS, options.connections()));
                try (Application forgetful = applications.forgetful()) {
                    Turns turns = new Turns(options, application::awaitShipped);
                    ours(turns, application.base(), forgetful.base());
                    Path python = options.peerPython();
                    if (python == null) {
                        turns.run();
                    } else {
                        withPeer(turns, python);
                    }
                    compare(turns);
                    printFirst(first, turns.median(Turns.PREDICTION));
                    System.out.printf("application: %d MB resident%n", application.megabytes());
                }
            }
        }
    }

    private void ours(Turns turns, String remembering, String forgetful) {
        turns.add(Turns.PREDICTION, load(remembering + PREDICTIONS, options.connections()));
        turns.add("no journal", load(forgetful + PREDICTIONS, options.connections()));
        turns.add("no-op", load(remembering + "/api/v1/noop", options.connections()));
        turns.add("prediction, 32", load(remembering + PREDICTIONS, MANY_CONNECTIONS));
        turns.add("no journal, 32", load(forgetful + PREDICTIONS, MANY_CONNECTIONS));
    }

    private void compare(Turns turns) {
        turns.printShare(Turns.PREDICTION, "no-op");
        turns.printShare(Turns.PREDICTION, "no journal");
        turns.printShare("prediction, 32", "no journal, 32");
        turns.printLater(Turns.PREDICTION, "no journal");
        turns.printLater("prediction, 32", "no journal, 32");
    }

    private void withPeer(Turns turns, Path python) throws Exception {
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
            turns.add("peer no-op", load(base + "/noop", options.connections()));
            turns.add("peer prediction", load(base + "/predictions", options.connections()));
            turns.run();
            System.out.printf("peer: %d MB resident%n", peer.megabytes());
        }
    }

    private Load load(String address, int connections) {
        return new Load(URI.create(address), bodies, connections);
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
