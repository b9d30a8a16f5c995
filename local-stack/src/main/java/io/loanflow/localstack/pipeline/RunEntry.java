package io.loanflow.localstack.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.protobuf.Timestamp;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.converter.GlobalDataConverter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list of them; null is what it does not have (yet).
 *
 * @param id by which it is watched and cancelled
 * @param state as Temporal names it, such as running or completed
 * @param seconds it took; null while it runs
 * @param version of the model
 * @param verdict of the gate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunEntry(
        String id,
        String state,
        Instant started,
        @Nullable Double seconds,
        @Nullable String version,
        @Nullable String verdict) {

    private static final String STATE_PREFIX = "WORKFLOW_EXECUTION_STATUS_";
    private static final double MILLIS = 1000;

    static RunEntry of(WorkflowExecutionInfo info) {
        return new RunEntry(
                info.getExecution().getWorkflowId(),
                state(info.getStatus()),
                instant(info.getStartTime()),
                info.hasCloseTime() ? seconds(info) : null,
                attribute(info, PipelineSearchAttributes.MODEL_VERSION),
                attribute(info, PipelineSearchAttributes.VERDICT));
    }

    static String state(WorkflowExecutionStatus status) {
        return status.name()
                .replace(STATE_PREFIX, "")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT)
                .replace("canceled", "cancelled");
    }

    private static double seconds(WorkflowExecutionInfo info) {
        return Duration.between(instant(info.getStartTime()), instant(info.getCloseTime()))
                        .toMillis()
                / MILLIS;
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    private static @Nullable String attribute(WorkflowExecutionInfo info, SearchAttributeKey<String> key) {
        var payload = info.getSearchAttributes().getIndexedFieldsMap().get(key.getName());
        return payload == null ? null : GlobalDataConverter.get().fromPayload(payload, String.class, String.class);
    }
}
