package io.loanflow.localstack.command;

import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.localstack.pipeline.PipelineClient;
import io.loanflow.localstack.pipeline.PipelineRunner;
import io.loanflow.localstack.pipeline.RunDisplay;
import io.loanflow.localstack.pipeline.RunLinks;
import io.loanflow.localstack.pipeline.RunSnapshot;
import io.loanflow.localstack.pipeline.RunSummary;
import io.loanflow.localstack.prediction.ServingClient;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.terminal.Terminal;
import io.temporal.api.common.v1.WorkflowExecution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One run from the command line, from its start to its summary. */
final class PipelineSession {

    private final Surroundings surroundings;
    private final StackConfiguration configuration;
    private final Terminal terminal;
    private final RunLinks links;
    private final ServingClient serving;
    private volatile @Nullable StartedRun started;

    PipelineSession(Surroundings surroundings, StackConfiguration configuration) {
        this.surroundings = surroundings;
        this.configuration = configuration;
        terminal = surroundings.terminal();
        links = RunLinks.of(configuration);
        serving = new ServingClient(configuration.servingUrl());
    }

    /** Runs the pipeline, shows how it goes, and prints what came of it. */
    void run(RunOptions options, Interruption interruption) {
        DataFile file = options.file(surroundings.environment());
        RunSite site = RunSite.of(surroundings, configuration);
        if (file != null) {
            site.bring().accept(file);
        }
        PipelineRequest request = options.request(file);
        try (PipelineClient client = PipelineClient.of(configuration)) {
            WorkflowExecution run = client.start(request);
            started = new StartedRun(client, run, Boolean.TRUE.equals(request.tune()));
            terminal.line("");
            terminal.line(terminal.bold("Running the pipeline") + "  " + terminal.dim(run.getWorkflowId()));
            finish(started, interruption, site);
        }
    }

    /** Shows a run that was started elsewhere, as if it had been here. */
    void watch(String workflowId, Interruption interruption) {
        try (PipelineClient client = PipelineClient.of(configuration)) {
            WorkflowExecution run = client.find(workflowId);
            started = new StartedRun(
                    client, run, client.look(run).filter(RunSnapshot::tunes).isPresent());
            finish(started, interruption, RunSite.of(surroundings, configuration));
        }
    }

    private void finish(StartedRun underWay, Interruption interruption, RunSite site) {
        PipelineResult result = await(underWay, interruption, site);
        started = null;
        new RunSummary(terminal, links)
                .lines(
                        underWay.run(),
                        result,
                        prediction(result.ingestion().load().dataset()))
                .forEach(terminal::line);
    }

    private PipelineResult await(StartedRun underWay, Interruption interruption, RunSite site) {
        try (RunDisplay display = new RunDisplay(terminal, underWay.tunes())) {
            interruption.display(display);
            return new PipelineRunner(underWay.client(), links).await(underWay.run(), display, site.watch());
        }
    }

    /** A real one: the served model's own example, sent as any client would; none where another data set's model is in service. */
    private List<String> prediction(String dataset) {
        Optional<JsonNode> model = serving.model()
                .filter(served -> served.path("dataset").asString("").equals(dataset));
        if (model.isEmpty()) {
            return List.of();
        }
        String example = model.get().path("example").toString();
        JsonNode answer = serving.predict(example);
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%s: probability %.4f of approved, by version %d",
                        answer.path("decision").asString(),
                        answer.path("probability").asDouble(),
                        answer.path("model").path("version").asInt()),
                serving.curl(example));
    }

    /** For a user who stops watching. */
    void sayWhereItGoesOn() {
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
