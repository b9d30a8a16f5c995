package io.loanflow.worker;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;

/** Says of what workflows count what it is: Temporal's scope, by which they count, takes no text. */
final class PipelineMeterHelp implements MeterFilter {

    private static final Map<String, String> HELP = Map.of(
            "loanflow_pipeline_runs", "Runs of the pipeline that ended",
            "loanflow_pipeline_stage", "What stages of the pipeline took");

    @Override
    public Meter.Id map(Meter.Id id) {
        String help = HELP.get(id.getName());
        return help == null
                ? id
                : new Meter.Id(id.getName(), Tags.of(id.getTagsAsIterable()), id.getBaseUnit(), help, id.getType());
    }
}
