package io.loanflow.training.fit;

import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.training.ModelPart;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.RunContent;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.tracking.TrackingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Parts of models among the artifacts of their run, until they are joined. A part's file is written first, its tag last. */
@Component
class PartStore {

    private static final Logger LOG = LoggerFactory.getLogger(PartStore.class);
    private static final String FOLDER = "parts";

    private final MlflowRuns runs;
    private final MlflowArtifacts artifacts;

    PartStore(MlflowRuns runs, MlflowArtifacts artifacts) {
        this.runs = runs;
        this.artifacts = artifacts;
    }

    /** What a worker left there before. */
    Optional<ModelPart> find(String runId, int firstTree, int trees) {
        return Optional.ofNullable(runs.run(runId).tags().get(tag(firstTree, trees)))
                .map(sha256 -> new ModelPart(firstTree, trees, sha256));
    }

    ModelPart keep(String runId, int firstTree, int trees, byte[] content) {
        ModelPart part = new ModelPart(firstTree, trees, Sha256.hex(content));
        artifacts.upload(runId, path(part), content);
        TrackedRun run = runs.run(runId);
        runs.log(run, new RunContent(Map.of(), Map.of(), Map.of(tag(firstTree, trees), part.sha256())));
        return part;
    }

    /** The part's file; empty where it is gone or is not what was kept. */
    Optional<byte[]> read(String runId, ModelPart part) {
        try {
            byte[] content = artifacts.download(runId, path(part));
            return Optional.of(content).filter(bytes -> Sha256.hex(bytes).equals(part.sha256()));
        } catch (NotInTrackingException e) {
            return Optional.empty();
        }
    }

    /** Nobody needs them once the model is registered: they would double its size. What cannot be deleted does no harm. */
    void discard(String runId, List<ModelPart> parts) {
        try {
            parts.forEach(part -> artifacts.delete(runId, path(part)));
        } catch (TrackingException e) {
            LOG.warn("The parts of run {} stay among its artifacts: {}", runId, e.getMessage());
        }
    }

    private static String path(ModelPart part) {
        return FOLDER + "/trees-" + part.firstTree() + "-" + (part.firstTree() + part.trees() - 1) + ".pb";
    }

    private static String tag(int firstTree, int trees) {
        return "part_" + firstTree + "_" + (firstTree + trees - 1);
    }
}
