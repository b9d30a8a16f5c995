package io.loanflow.training.promotion;

import io.loanflow.contracts.release.PromotionRequest;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.featurebatches.FeatureBatchReader;
import io.loanflow.featurebatches.Part;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.training.definition.DatasetParameters;
import io.loanflow.training.rows.PartReader;
import io.loanflow.training.run.RunTags;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Puts a challenger before the gate. The ruling is written to the version's tags. */
@Service
public class Promotion {

    private static final Logger LOG = LoggerFactory.getLogger(Promotion.class);

    /** Temporal's run id of the pipeline that had it judged last. */
    private static final String JUDGED_FOR_TAG = "gate_workflow_run_id";

    private final FeatureBatchCache cache;
    private final ModelRegistry registry;
    private final Comparison comparison;
    private final DatasetParameters parameters;
    private final MeterRegistry meters;

    Promotion(
            FeatureBatchCache cache,
            ModelRegistry registry,
            Comparison comparison,
            DatasetParameters parameters,
            MeterRegistry meters) {
        this.cache = cache;
        this.registry = registry;
        this.comparison = comparison;
        this.parameters = parameters;
        this.meters = meters;
    }

    /**
     * Judges a version and writes the ruling to its tags.
     *
     * @throws io.loanflow.featurebatches.FeatureBatchesLostException if the batches must be prepared again
     */
    public PromotionResult judge(PromotionRequest request) {
        ModelVersionRef challenger = request.challenger();
        Optional<RegisteredModelVersion> champion = registry.byAlias(challenger.name(), ModelRegistry.CHAMPION);
        PromotionResult result = champion.filter(version -> version.version() == challenger.version())
                .map(version -> unchanged(request, version))
                .orElseGet(() -> judge(request, champion));
        meters.counter(
                        "loanflow.promotion.verdicts",
                        "verdict",
                        result.verdict().name().toLowerCase(Locale.ROOT))
                .increment();
        LOG.info("{} {}: {}", challenger.name(), result.verdict(), result.reason());
        return result;
    }

    /** A run whose answer was lost after it moved the alias is told again what it did. */
    private static PromotionResult unchanged(PromotionRequest request, RegisteredModelVersion champion) {
        if (request.run().runId().equals(champion.tags().get(JUDGED_FOR_TAG))) {
            return new PromotionResult(
                    Verdict.PROMOTED, request.challenger(), champion.tags().getOrDefault(RunTags.GATE_REASON, ""));
        }
        return new PromotionResult(
                Verdict.UNCHANGED, request.challenger(), "Version " + champion.version() + " is the champion already.");
    }

    private PromotionResult judge(PromotionRequest request, Optional<RegisteredModelVersion> champion) {
        ModelVersionRef challenger = request.challenger();
        Ruling ruling = byTags(challenger, champion).orElseGet(() -> byRows(request, champion));
        registry.setTag(
                challenger.name(),
                challenger.version(),
                RunTags.GATE_VERDICT,
                ruling.verdict().name());
        registry.setTag(challenger.name(), challenger.version(), RunTags.GATE_REASON, ruling.reason());
        registry.setTag(
                challenger.name(),
                challenger.version(),
                JUDGED_FOR_TAG,
                request.run().runId());
        ModelVersionRef current = champion.map(VersionReference::of).orElse(null);
        return ruling.verdict() == Verdict.PROMOTED
                ? new PromotionResult(ruling.verdict(), challenger, ruling.reason(), current)
                : new PromotionResult(ruling.verdict(), current, ruling.reason());
    }

    private Optional<Ruling> byTags(ModelVersionRef challenger, Optional<RegisteredModelVersion> champion) {
        List<RegisteredModelVersion> versions = registry.versions(challenger.name());
        return versions.stream()
                .filter(version -> version.version() == challenger.version())
                .findFirst()
                .flatMap(registered -> TagRuling.of(registered, champion, versions));
    }

    private Ruling byRows(PromotionRequest request, Optional<RegisteredModelVersion> champion) {
        ModelVersionRef challenger = request.challenger();
        Gate gate = new Gate(parameters.definition(challenger.name()).gate());
        FeatureBatchReader batches = cache.open(request.batches());
        TestRows rows = new TestRows(
                PartReader.read(batches, Part.TEST, read -> {}),
                batches.manifest().encoder());
        return comparison.judge(gate, challenger, champion, rows);
    }
}
