package io.loanflow.training.promotion;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.release.RehearsalRecord;
import io.loanflow.contracts.release.RulingDetails;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.training.definition.GateDefinition;
import io.loanflow.training.gate.RehearsalCriterion;
import io.loanflow.training.gate.Ruling;
import io.loanflow.training.gate.RulingFiles;
import io.loanflow.training.gate.RulingHeading;
import io.loanflow.training.gate.RulingTable;
import io.loanflow.training.run.RunTags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps rulings: as page and JSON with the challenger's run, as tags with its version. */
@Component
class RulingRecord {

    /** Of a version: Temporal's run id of the pipeline that had it judged last. */
    private static final String JUDGED_FOR = "gate_workflow_run_id";

    private static final Logger LOG = LoggerFactory.getLogger(RulingRecord.class);

    private final MlflowRuns runs;
    private final MlflowArtifacts artifacts;
    private final ModelRegistry registry;

    RulingRecord(MlflowRuns runs, MlflowArtifacts artifacts, ModelRegistry registry) {
        this.runs = runs;
        this.artifacts = artifacts;
        this.registry = registry;
    }

    /** Whether a version was judged for this run last. */
    static boolean isFor(PipelineRun run, Map<String, String> tags) {
        return run.runId().equals(tags.get(JUDGED_FOR));
    }

    /** What a version's tags say of its ruling; null where they were written before there was more than a reason. */
    static @Nullable RulingDetails details(Map<String, String> tags, GateDefinition rule) {
        String table = tags.get(RunTags.GATE_TABLE);
        String page = tags.getOrDefault(RunTags.GATE_PAGE, "");
        return table == null
                ? null
                : new RulingDetails(
                        table, page.isEmpty() ? null : page, rule.limits().milliseconds());
    }

    /**
     * Keeps a ruling in place of what was kept of the same two versions.
     *
     * @return the tags that the version has of it
     */
    Map<String, String> keep(
            PipelineRun run,
            RegisteredModelVersion challenger,
            Optional<RegisteredModelVersion> champion,
            Ruling ruling) {
        RulingHeading heading = new RulingHeading(
                challenger.name(),
                challenger.version(),
                champion.map(RegisteredModelVersion::version).orElse(null));
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(RunTags.GATE_VERDICT, ruling.verdict().name());
        tags.put(RunTags.GATE_REASON, ruling.reason());
        tags.put(RunTags.GATE_TABLE, RulingTable.markdown(ruling));
        tags.put(RunTags.GATE_PAGE, publish(challenger.runId(), heading, ruling));
        // Last: with it the ruling is whole.
        tags.put(JUDGED_FOR, run.runId());
        tags.forEach((key, value) -> registry.setTag(challenger.name(), challenger.version(), key, value));
        return tags;
    }

    /** Adds the rehearsal to the ruling that was kept. Where the run or its ruling is gone there is nothing to add to. */
    void complete(RehearsalRecord rehearsal) {
        ModelVersionRef version = rehearsal.version();
        ModelVersionRef former = rehearsal.former();
        RulingHeading heading =
                new RulingHeading(version.name(), version.version(), former == null ? null : former.version());
        try {
            Ruling ruling = RulingFiles.read(artifacts.download(version.runId(), heading.json()));
            Ruling complete = RehearsalCriterion.added(ruling, rehearsal);
            registry.setTag(version.name(), version.version(), RunTags.GATE_TABLE, RulingTable.markdown(complete));
            var unused = publish(version.runId(), heading, complete);
        } catch (NotInTrackingException gone) {
            LOG.warn("The rehearsal of {} version {} has no ruling to stand in", version.name(), version.version());
        }
    }

    /** Address of the page; empty where the run is gone. */
    private String publish(String runId, RulingHeading heading, Ruling ruling) {
        try {
            RulingFiles.of(heading, ruling).forEach((path, content) -> artifacts.upload(runId, path, content));
            return runs.run(runId).page(heading.page());
        } catch (NotInTrackingException gone) {
            return "";
        }
    }
}
