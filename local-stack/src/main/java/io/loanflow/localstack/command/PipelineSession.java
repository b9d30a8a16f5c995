package io.loanflow.localstack.command;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.localstack.dataset.IngestionClient;
import io.loanflow.localstack.pipeline.PipelineClient;
import io.loanflow.localstack.pipeline.PipelineRunner;
import io.loanflow.localstack.pipeline.RunDisplay;
import io.loanflow.localstack.pipeline.RunLinks;
import io.loanflow.localstack.pipeline.RunSnapshot;
import io.loanflow.localstack.pipeline.RunSummary;
import io.loanflow.localstack.prediction.NearThreshold;
import io.loanflow.localstack.prediction.ServingClient;
import io.loanflow.localstack.prediction.TriedRows;
import io.loanflow.localstack.stack.Stack;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.terminal.Terminal;
import io.temporal.api.common.v1.WorkflowExecution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One run from the command line, from its start to its summary. */
final class PipelineSession {

    private final Surroundings surroundings;
    private final Stack stack;
    private final StackConfiguration configuration;
    private final Terminal terminal;
    private final RunLinks links;
    private volatile @Nullable StartedRun started;

    PipelineSession(Surroundings surroundings, Stack stack) {
        this.surroundings = surroundings;
        this.stack = stack;
        configuration = stack.configuration();
        terminal = surroundings.terminal();
        links = RunLinks.of(configuration);
    }

    /**
     * Where Ctrl-C only stops watching.
     *
     * @throws io.loanflow.localstack.stack.StackException where nothing runs
     */
    static void inRunningStack(Surroundings surroundings, BiConsumer<PipelineSession, Interruption> work) {
        PipelineSession session = new PipelineSession(surroundings, surroundings.running());
        try (Interruption interruption = new Interruption(session::sayWhereItGoesOn, () -> {})) {
            work.accept(session, interruption);
        }
    }

    /** Runs the pipeline, shows how it goes, and prints what came of it. */
    void run(RunOptions options, Interruption interruption) {
        DataFile file = options.file(
                surroundings.environment(),
                new DatasetCatalog(surroundings.installation().data()));
        if (file != null) {
            file.contents().forEach((place, content) -> stack.bring(content, place));
        }
        run(options.request(file), interruption, this::prediction);
    }

    /** The same of a request, but asks nothing of what comes of it: whoever asks is a client, and is watched. */
    void runOnly(PipelineRequest request, Interruption interruption) {
        run(request, interruption, rows -> List.of());
    }

    private void run(
            PipelineRequest request, Interruption interruption, Function<DatasetRef, List<String>> prediction) {
        try (PipelineClient client = PipelineClient.of(configuration)) {
            WorkflowExecution run = client.start(request);
            started = new StartedRun(client, run, Boolean.TRUE.equals(request.tune()));
            terminal.line("");
            terminal.line(terminal.bold("Running the pipeline") + "  " + terminal.dim(run.getWorkflowId()));
            finish(started, interruption, prediction);
        }
    }

    /** Shows a run that was started elsewhere, as if it had been here. */
    void watch(String workflowId, Interruption interruption) {
        try (PipelineClient client = PipelineClient.of(configuration)) {
            WorkflowExecution run = client.find(workflowId);
            started = new StartedRun(
                    client, run, client.look(run).filter(RunSnapshot::tunes).isPresent());
            finish(started, interruption, this::prediction);
        }
    }

    private void finish(StartedRun underWay, Interruption interruption, Function<DatasetRef, List<String>> prediction) {
        PipelineResult result = await(underWay, interruption);
        started = null;
        new RunSummary(terminal, links)
                .lines(
                        underWay.run(),
                        result,
                        prediction.apply(result.ingestion().load()))
                .forEach(terminal::line);
    }

    private PipelineResult await(StartedRun underWay, Interruption interruption) {
        try (RunDisplay display = new RunDisplay(terminal, underWay.tunes())) {
            interruption.display(display);
            return new PipelineRunner(underWay.client(), links).await(underWay.run(), display, stack::watch);
        }
    }

    /** A real one, asked for as any client would; none where no model of the run's data set is in service. */
    private List<String> prediction(DatasetRef rows) {
        ServingClient serving = new ServingClient(surroundings.service(configuration.servingUrl()), rows.dataset());
        return serving.model().map(model -> prediction(serving, model, rows)).orElse(List.of());
    }

    private List<String> prediction(ServingClient serving, JsonNode model, DatasetRef rows) {
        List<JsonNode> profile =
                new IngestionClient(surroundings.service(configuration.ingestionUrl())).profile(rows.loadId());
        TriedRows tried = new TriedRows(surroundings.service(configuration.servingUrl()), rows.dataset());
        String row = new NearThreshold(tried).row(model, profile).toString();
        JsonNode answer = serving.predict(row);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: probability %.4f of %s, threshold %.4f, by version %d",
                answer.path("decision").asString(),
                answer.path("probability").asDouble(),
                model.path("positiveName").asString(),
                model.path("threshold").asDouble(),
                answer.path("model").path("version").asInt()));
        if (!answer.path("reasons").isEmpty()) {
            lines.add(reasons(answer.path("reasons")));
        }
        lines.add(serving.curl(row));
        return lines;
    }

    private static String reasons(JsonNode reasons) {
        return reasons.valueStream()
                .map(reason -> reason.path("text").asString())
                .collect(Collectors.joining("; ", "because: ", ""));
    }

    /** For a user who stops watching. */
    private void sayWhereItGoesOn() {
        StartedRun underWay = started;
        if (underWay != null) {
            terminal.line("\nThe run goes on: " + links.run(underWay.run()) + "\nloanflow watch, or loanflow cancel, "
                    + underWay.run().getWorkflowId());
        }
    }

    /** Asks the run to end, where one is under way. */
    void cancel() {
        StartedRun underWay = started;
        if (underWay != null) {
            underWay.client().cancel(underWay.run());
        }
    }

    private record StartedRun(PipelineClient client, WorkflowExecution run, boolean tunes) {}
}
