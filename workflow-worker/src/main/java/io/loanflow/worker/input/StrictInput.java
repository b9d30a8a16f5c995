package io.loanflow.worker.input;

import io.loanflow.contracts.monitoring.MonitoringRequest;
import io.loanflow.contracts.monitoring.RetrainingRequest;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.release.FirstWindowRequest;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.reproduction.ReproductionRequest;
import io.loanflow.contracts.tuning.TuningRequest;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.WorkerInterceptor;
import java.util.Set;

/** The two halves of reading workflows' input strictly: a worker needs both. */
public final class StrictInput {

    private static final Set<Class<?>> INPUTS = Set.of(
            PipelineRequest.class,
            MonitoringRequest.class,
            RetrainingRequest.class,
            TuningRequest.class,
            ReleaseRequest.class,
            FirstWindowRequest.class,
            RollbackRequest.class,
            ReproductionRequest.class);

    private StrictInput() {}

    /** Refuses what is not as a workflow takes it. */
    public static DataConverter dataConverter() {
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new StrictInputConverter(INPUTS));
    }

    /** Makes a failure of the workflow of what is refused. */
    public static WorkerInterceptor interceptor() {
        return new InputRefusal();
    }
}
