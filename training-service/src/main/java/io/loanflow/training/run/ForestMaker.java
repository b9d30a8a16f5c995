package io.loanflow.training.run;

import io.loanflow.contracts.pipeline.ForestPart;
import io.loanflow.contracts.pipeline.PartRequest;
import io.loanflow.contracts.pipeline.RowProgress;
import io.loanflow.contracts.pipeline.TrainingRequest;
import io.loanflow.forest.grow.TreeRange;
import io.loanflow.training.forest.ForestGrower;
import io.loanflow.training.forest.ForestParameters;
import io.loanflow.training.forest.GrownForest;
import io.loanflow.training.forest.GrownPart;
import io.loanflow.training.forest.TargetLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Grows a request's forest, whole or part by part: the same forest either way. */
@Component
class ForestMaker {

    private static final Logger LOG = LoggerFactory.getLogger(ForestMaker.class);

    private final ForestGrower grower;
    private final ForestPartStore store;
    private final TrainingMeters meters;

    ForestMaker(ForestGrower grower, ForestPartStore store, TrainingMeters meters) {
        this.grower = grower;
        this.store = store;
        this.meters = meters;
    }

    /** Grows a part and keeps it with its run. */
    ForestPart grow(
            PartRequest request, ForestParameters parameters, TrainingRows rows, Consumer<RowProgress> progress) {
        GrownPart part =
                part(request.training(), parameters, rows, range(request.firstTree(), request.trees()), progress);
        return store.keep(request.mlflowRunId(), request.firstTree(), request.trees(), part.protobuf());
    }

    /** Grows the whole forest, or joins its parts. A part that is gone is grown again. */
    GrownForest make(
            TrainingRequest request,
            ForestParameters parameters,
            TrainingRows rows,
            String runId,
            Consumer<RowProgress> progress) {
        if (request.parts() == null) {
            GrownForest forest = grower.grow(
                    rows.rows(),
                    labels(rows),
                    parameters,
                    source(request),
                    trees -> progress.accept(new RowProgress(trees, parameters.trees(), "trees")));
            meters.grown(parameters.trees());
            return forest;
        }
        List<GrownPart> parts = new ArrayList<>();
        for (ForestPart part : request.parts()) {
            progress.accept(new RowProgress(part.firstTree(), parameters.trees(), "trees"));
            parts.add(store.read(runId, part).map(GrownPart::read).orElseGet(() -> {
                LOG.warn("Part {} of run {} is gone, so it is grown again", part, runId);
                return part(request, parameters, rows, range(part.firstTree(), part.trees()), progress);
            }));
        }
        return GrownForest.join(parts, rows.rows().features(), labels(rows));
    }

    private GrownPart part(
            TrainingRequest request,
            ForestParameters parameters,
            TrainingRows rows,
            TreeRange range,
            Consumer<RowProgress> progress) {
        GrownPart part = grower.growPart(
                rows.rows(),
                labels(rows),
                parameters,
                source(request),
                range,
                trees -> progress.accept(new RowProgress(trees, range.size(), "trees")));
        meters.grown(range.size());
        return part;
    }

    private static TreeRange range(int firstTree, int trees) {
        return new TreeRange(firstTree, firstTree + trees);
    }

    private static TargetLabels labels(TrainingRows rows) {
        return TargetLabels.of(rows.definition());
    }

    private static String source(TrainingRequest request) {
        return "data set " + request.load().dataset() + ", load "
                + request.load().loadId() + ", batches " + request.batches().sha256();
    }
}
