package io.loanflow.training.run;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.training.ForestPart;
import io.loanflow.contracts.training.PartRequest;
import io.loanflow.forest.grow.TreeRange;
import io.loanflow.training.forest.ForestGrower;
import io.loanflow.training.forest.GrownForest;
import io.loanflow.training.forest.GrownPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Grows a forest, whole or part by part: the same forest either way. */
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
    ForestPart grow(ForestOrder order, PartRequest request, Consumer<RowProgress> progress) {
        GrownPart part = grow(order, request.firstTree(), request.trees(), progress);
        return store.keep(request.mlflowRunId(), request.firstTree(), request.trees(), part.protobuf());
    }

    /**
     * Grows the whole forest, or joins its parts. A part that is gone is grown again.
     *
     * @param runId of the run that keeps the parts
     */
    GrownForest make(ForestOrder order, String runId, Consumer<RowProgress> progress) {
        List<ForestPart> parts = order.request().parts();
        return parts == null ? grow(order, progress) : join(order, parts, runId, progress);
    }

    private GrownForest grow(ForestOrder order, Consumer<RowProgress> progress) {
        GrownForest forest = grower.grow(
                order.rows().rows(),
                order.labels(),
                order.parameters(),
                order.source(),
                trees(order.parameters().trees(), progress));
        meters.grown(order.parameters().trees());
        return forest;
    }

    private GrownForest join(ForestOrder order, List<ForestPart> parts, String runId, Consumer<RowProgress> progress) {
        List<GrownPart> grown = new ArrayList<>();
        for (ForestPart part : parts) {
            progress.accept(new RowProgress(part.firstTree(), order.parameters().trees(), "trees"));
            Optional<byte[]> file = store.read(runId, part);
            if (file.isPresent()) {
                grown.add(GrownPart.read(file.get()));
            } else {
                LOG.warn("Part {} of run {} is gone, so it is grown again", part, runId);
                grown.add(grow(order, part.firstTree(), part.trees(), progress));
            }
        }
        return GrownForest.join(grown, order.rows().rows().features(), order.labels());
    }

    private GrownPart grow(ForestOrder order, int firstTree, int trees, Consumer<RowProgress> progress) {
        GrownPart part = grower.growPart(
                order.rows().rows(),
                order.labels(),
                order.parameters(),
                order.source(),
                new TreeRange(firstTree, firstTree + trees),
                trees(trees, progress));
        meters.grown(trees);
        return part;
    }

    private static IntConsumer trees(int total, Consumer<RowProgress> progress) {
        return done -> progress.accept(new RowProgress(done, total, "trees"));
    }
}
