package io.loanflow.training.promotion;

import io.loanflow.contracts.release.PromotionRequest;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.RehearsalRecord;
import io.loanflow.contracts.release.RulingDetails;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.featurebatches.FeatureBatchReader;
import io.loanflow.featurebatches.FeatureManifest;
import io.loanflow.featurebatches.Part;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.training.definition.DatasetParameters;
import io.loanflow.training.definition.GateDefinition;
import io.loanflow.training.definition.TrainingDefinition;
import io.loanflow.training.gate.Ruling;
import io.loanflow.training.gate.TestRows;
import io.loanflow.training.rows.PartReader;
import io.loanflow.training.run.RunTags;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Puts a challenger before the gate, and keeps the ruling. */
@Service
public class Promotion {

    private static final Logger LOG = LoggerFactory.getLogger(Promotion.class);

    private final FeatureBatchCache cache;
    private final ModelRegistry registry;
    private final Comparison comparison;
    private final RulingRecord record;
    private final DatasetParameters parameters;
    private final MeterRegistry meters;

    Promotion(
            FeatureBatchCache cache,
            ModelRegistry registry,
            Comparison comparison,
            RulingRecord record,
            DatasetParameters parameters,
            MeterRegistry meters) {
        this.cache = cache;
        this.registry = registry;
        this.comparison = comparison;
        this.record = record;
        this.parameters = parameters;
        this.meters = meters;
    }

    /**
     * Judges a version and keeps the ruling with it.
     *
     * @throws io.loanflow.featurebatches.FeatureBatchesLostException if the batches must be prepared again
     */
    public PromotionResult judge(PromotionRequest request) {
        ModelVersionRef challenger = request.challenger();
        Optional<RegisteredModelVersion> champion = registry.byAlias(challenger.name(), ModelRegistry.CHAMPION);
        PromotionResult result = champion.filter(version -> version.version() == challenger.version())
                .map(version -> unchanged(request, version))
                .orElseGet(() -> judge(request, champion));
        Counter.builder("loanflow.promotion.verdicts")
                .description("What the gate said of versions")
                .tag("dataset", challenger.name())
                .tag("verdict", result.verdict().name().toLowerCase(Locale.ROOT))
                .register(meters)
                .increment();
        LOG.info("{} {}: {}", challenger.name(), result.verdict(), result.reason());
        return result;
    }

    /** Adds what serving's rehearsal found to the ruling that is kept with a version. */
    public void rehearsed(RehearsalRecord rehearsal) {
        record.complete(rehearsal);
    }

    /** A run whose answer was lost after it moved the alias is told again what it did. */
    private PromotionResult unchanged(PromotionRequest request, RegisteredModelVersion champion) {
        if (RulingRecord.isFor(request.run(), champion.tags())) {
            TrainingDefinition definition = definition(request);
            return new PromotionResult(
                    Verdict.PROMOTED,
                    request.challenger(),
                    champion.tags().getOrDefault(RunTags.GATE_REASON, ""),
                    null,
                    RulingRecord.details(champion.tags(), definition.gate()),
                    null,
                    definition.rollout());
        }
        return new PromotionResult(
                Verdict.UNCHANGED, request.challenger(), "Version " + champion.version() + " is the champion already.");
    }

    private PromotionResult judge(PromotionRequest request, Optional<RegisteredModelVersion> champion) {
        ModelVersionRef challenger = request.challenger();
        TrainingDefinition definition = definition(request);
        GateDefinition rule = definition.gate();
        List<RegisteredModelVersion> versions = registry.versions(challenger.name());
        RegisteredModelVersion registered = registered(challenger, versions);
        Ruling ruling = TagRuling.of(registered, champion, versions)
                .orElseGet(() -> comparison.judge(rule, registered, champion, rows(request)));
        RulingDetails details = RulingRecord.details(record.keep(request.run(), registered, champion, ruling), rule);
        ModelVersionRef current = champion.map(VersionReference::of).orElse(null);
        if (ruling.verdict() != Verdict.PROMOTED) {
            return new PromotionResult(ruling.verdict(), current, ruling.reason()).with(details);
        }
        if (definition.approval() != null) {
            registry.setTag(
                    challenger.name(), challenger.version(), RunTags.GATE_VERDICT, VersionReference.AWAITS_APPROVAL);
        }
        return new PromotionResult(ruling.verdict(), challenger, ruling.reason(), current)
                .with(details)
                .with(definition.approval())
                .with(definition.rollout());
    }

    private TrainingDefinition definition(PromotionRequest request) {
        return parameters.definition(request.challenger().name());
    }

    private static RegisteredModelVersion registered(
            ModelVersionRef challenger, List<RegisteredModelVersion> versions) {
        return versions.stream()
                .filter(version -> version.version() == challenger.version())
                .findFirst()
                .orElseGet(() -> new RegisteredModelVersion(
                        challenger.name(), challenger.version(), challenger.runId(), Map.of()));
    }

    private TestRows rows(PromotionRequest request) {
        FeatureBatchReader batches = cache.open(request.batches());
        FeatureManifest manifest = batches.manifest();
        return new TestRows(PartReader.read(batches, Part.TEST, read -> {}), manifest.encoder(), manifest.dataset());
    }
}
