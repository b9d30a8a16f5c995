package io.loanflow.training.fit;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.contracts.training.ModelPart;
import io.loanflow.contracts.training.PartRequest;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.family.GrownInParts;
import io.loanflow.model.family.Growth;
import io.loanflow.model.family.Parameters;
import io.loanflow.model.family.SettingsInvalidException;
import io.loanflow.training.TrainingProperties;
import io.loanflow.training.rows.Admission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fits a model, whole or part by part: the same model either way. */
@Component
public class ModelFitter {

    private static final Logger LOG = LoggerFactory.getLogger(ModelFitter.class);

    private final int threads;
    private final PartStore store;
    private final TrainingMeters meters;
    private final Admission admission;

    ModelFitter(TrainingProperties properties, PartStore store, TrainingMeters meters, Admission admission) {
        this.threads = properties.growingThreads();
        this.store = store;
        this.meters = meters;
        this.admission = admission;
    }

    /** @throws SettingsInvalidException if the family's trees depend on each other */
    public static GrownInParts inParts(Parameters parameters) {
        if (parameters.family() instanceof GrownInParts parts) {
            return parts;
        }
        throw new SettingsInvalidException("A model of the family "
                + parameters.family().name()
                + " does not train in parts. Leave trainingPartitions out.");
    }

    /** The part that a worker grew before and kept. */
    public Optional<ModelPart> grown(PartRequest request) {
        return store.find(request.mlflowRunId(), request.firstTree(), request.trees());
    }

    /** Grows a part and keeps it with its run. */
    public ModelPart grow(FitOrder order, PartRequest request, Consumer<RowProgress> progress) {
        byte[] part = growPart(order, request.firstTree(), request.trees(), progress);
        return store.keep(request.mlflowRunId(), request.firstTree(), request.trees(), part);
    }

    /**
     * Fits the whole model, or joins its parts. A part that is gone is grown again.
     *
     * @param runId of the run that keeps the parts
     */
    FittedModel make(FitOrder order, String runId, Consumer<RowProgress> progress) {
        List<ModelPart> parts = order.request().parts();
        return parts == null ? fit(order, progress) : join(order, parts, runId, progress);
    }

    /** Each training row's score by trees that had not seen it; NaN where there are none. */
    double[] unseen(FitOrder order, FittedModel model, Consumer<RowProgress> progress) {
        Parameters parameters = order.parameters();
        int all = parameters.family().treesToGrow(parameters);
        double[] scores = parameters.family().unseen(model, order.labelled(), parameters, growth(order, all, progress));
        meters.grown(order.request().load().dataset(), all - parameters.trees());
        return scores;
    }

    /** What cannot be deleted does no harm. */
    void discardParts(TrainingRequest request, String runId) {
        if (request.parts() != null) {
            store.discard(runId, request.parts());
        }
    }

    private FittedModel fit(FitOrder order, Consumer<RowProgress> progress) {
        Parameters parameters = order.parameters();
        int all = parameters.family().treesToGrow(parameters);
        FittedModel model = parameters.family().fit(order.labelled(), parameters, growth(order, all, progress));
        meters.grown(order.request().load().dataset(), parameters.trees());
        return model;
    }

    private FittedModel join(FitOrder order, List<ModelPart> parts, String runId, Consumer<RowProgress> progress) {
        List<byte[]> grown = new ArrayList<>();
        for (ModelPart part : parts) {
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

    private byte[] growPart(FitOrder order, int firstTree, int trees, Consumer<RowProgress> progress) {
        byte[] part = inParts(order.parameters())
                .growPart(
                        order.labelled(),
                        order.parameters(),
                        growth(order, trees, progress),
                        new GrownInParts.TreeSpan(firstTree, trees));
        meters.grown(order.request().load().dataset(), trees);
        return part;
    }

    private Growth growth(FitOrder order, int trees, Consumer<RowProgress> progress) {
        progress.accept(new RowProgress(0, trees, "trees"));
        FeatureBatches batches = order.request().batches();
        return new Growth(
                threads,
                order.source(),
                done -> progress.accept(new RowProgress(done, trees, "trees")),
                admission.modelLimit(
                        order.rows().rows(), batches.trainRows() + batches.testRows(), order.parameters()));
    }
}
