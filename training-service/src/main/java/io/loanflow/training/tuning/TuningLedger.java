package io.loanflow.training.tuning;

import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.contracts.tuning.CandidateRequest;
import io.loanflow.contracts.tuning.CandidateScore;
import io.loanflow.contracts.tuning.TuningOrder;
import io.loanflow.contracts.tuning.TuningOutcome;
import io.loanflow.contracts.tuning.TuningResult;
import io.loanflow.model.family.Parameters;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.RunContent;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.training.definition.TunedParameters;
import io.loanflow.training.run.RunTags;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tunings in MLflow: a run for each, and under it one for each candidate. What is there already stays or is written again with
 * the same content; what says that a piece of work is done is written last.
 */
@Component
class TuningLedger {

    private static final String TUNING_KEY = "tuning_key";
    private static final String CANDIDATE_KEY = "tuning_candidate";
    /** Of a candidate's run, followed by a number of trees: the score. */
    private static final String RUNG = "rung_";

    private final MlflowRuns runs;
    private final MlflowArtifacts artifacts;
    private final TunedParameters tuned;

    TuningLedger(MlflowRuns runs, MlflowArtifacts artifacts, TunedParameters tuned) {
        this.runs = runs;
        this.artifacts = artifacts;
        this.tuned = tuned;
    }

    /** The run of this key. */
    TrackedRun begin(TuningOrder order, String key) {
        String experiment = runs.experiment(order.load().dataset());
        return runs.findOrCreate(experiment, "tuning on load " + order.load().loadId(), TUNING_KEY, key);
    }

    TrackedRun run(String runId) {
        return runs.run(runId);
    }

    /** What a finished run came to. */
    Optional<TuningResult> result(TrackedRun run) {
        return Optional.of(run).filter(TrackedRun::finished).map(tuned::result);
    }

    TrackedRun candidate(CandidateRequest request) {
        return runs.findOrCreateNested(
                runs.run(request.tuningRunId()),
                "candidate " + request.candidate(),
                CANDIDATE_KEY,
                request.tuningKey() + "/" + request.candidate());
    }

    Optional<CandidateScore> score(TrackedRun candidate, int trees) {
        return Optional.ofNullable(candidate.tags().get(RUNG + trees))
                .map(json -> JsonMapper.shared().readValue(json, CandidateScore.class));
    }

    /** Curves over the number of trees: they are a metric's steps. */
    void log(TrackedRun candidate, Parameters parameters, Measurement measured, CandidateScore score) {
        Map<String, String> described = new LinkedHashMap<>(parameters.described());
        described.remove(TrainingSettings.TREES);
        runs.logStep(candidate, parameters.trees(), measured.measures());
        String done = JsonMapper.shared().writeValueAsString(score);
        runs.log(candidate, new RunContent(described, Map.of(), Map.of(RUNG + parameters.trees(), done)));
        runs.finish(candidate);
    }

    /** Makes the settings those of the data set: from here on they are found. */
    void conclude(TrackedRun run, TuningOutcome outcome, TuningResult result, Parameters before) {
        TuningEvidence evidence = new TuningEvidence(outcome, before);
        artifacts.upload(run.id(), "candidates.csv", evidence.scores().getBytes(StandardCharsets.UTF_8));
        Map<String, String> tags =
                new LinkedHashMap<>(tuned.tags(outcome.order().load(), before, result));
        tags.put(RunTags.WORKFLOW_ID, outcome.order().run().workflowId());
        tags.put(RunTags.WORKFLOW_RUN_ID, outcome.order().run().runId());
        tags.put("mlflow.note.content", evidence.note());
        runs.log(run, new RunContent(evidence.parameters(), evidence.metrics(), tags));
        runs.finish(run);
    }
}
