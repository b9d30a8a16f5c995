package io.loanflow.training.run;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.contracts.training.ForestPart;
import io.loanflow.contracts.training.PartRequest;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.family.GrownInParts;
import io.loanflow.model.family.Growth;
import io.loanflow.model.family.Parameters;
import io.loanflow.model.family.SettingsInvalidException;
import io.loanflow.training.TrainingProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fits a model, whole or part by part: the same model either way. */
@Component
class ForestMaker {

    private static final Logger LOG = LoggerFactory.getLogger(ForestMaker.class);

    private final int threads;
    private final ForestPartStore store;
    private final TrainingMeters meters;
    private final Admission admission;

    ForestMaker(TrainingProperties properties, ForestPartStore store, TrainingMeters meters, Admission admission) {
        this.threads = properties.growingThreads();
        this.store = store;
        this.meters = meters;
        this.admission = admission;
    }

    /** @throws SettingsInvalidException if the family's trees depend on each other */
    static GrownInParts inParts(Parameters parameters) {
        if (parameters.family() instanceof GrownInParts parts) {
            return parts;
        }
        throw new SettingsInvalidException("A model of the family "
                + parameters.family().name()
                + " does not train in parts. Leave trainingPartitions out.");
    }

    /** Grows a part and keeps it with its run. */
    ForestPart grow(ForestOrder order, PartRequest request, Consumer<RowProgress> progress) {
        byte[] part = growPart(order, request.firstTree(), request.trees(), progress);
        return store.keep(request.mlflowRunId(), request.firstTree(), request.trees(), part);
    }

    /**
     * Fits the whole model, or joins its parts. A part that is gone is grown again.
     *
     * @param runId of the run that keeps the parts
     */
    FittedModel make(ForestOrder order, String runId, Consumer<RowProgress> progress) {
        List<ForestPart> parts = order.request().parts();
        return parts == null ? fit(order, progress) : join(order, parts, runId, progress);
    }

    private FittedModel fit(ForestOrder order, Consumer<RowProgress> progress) {
        Parameters parameters = order.parameters();
        FittedModel model =
                parameters.family().fit(order.labelled(), parameters, growth(order, parameters.trees(), progress));
        meters.grown(parameters.trees());
        return model;
    }

    private FittedModel join(ForestOrder order, List<ForestPart> parts, String runId, Consumer<RowProgress> progress) {
        List<byte[]> grown = new ArrayList<>();
        for (ForestPart part : parts) {
            progress.accept(new RowProgress(part.firstTree(), order.parameters().trees(), "trees"));
            Optional<byte[]> file = store.read(runId, part);
            if (file.isPresent()) {
                grown.add(file.get());
            } else {
                LOG.warn("Part {} of run {} is gone, so it is grown again", part, runId);
                grown.add(growPart(order, part.firstTree(), part.trees(), progress));
            }
        }
        return inParts(order.parameters()).join(grown, order.labelled());
    }

    private byte[] growPart(ForestOrder order, int firstTree, int trees, Consumer<RowProgress> progress) {
        byte[] part = inParts(order.parameters())
                .growPart(
                        order.labelled(),
                        order.parameters(),
                        growth(order, trees, progress),
                        new GrownInParts.TreeSpan(firstTree, trees));
        meters.grown(trees);
        return part;
    }

    private Growth growth(ForestOrder order, int trees, Consumer<RowProgress> progress) {
        FeatureBatches batches = order.request().batches();
        return new Growth(
                threads,
                order.source(),
                done -> progress.accept(new RowProgress(done, trees, "trees")),
                admission.modelLimit(
                        order.rows().rows(), batches.trainRows() + batches.testRows(), order.parameters()));
    }
}
