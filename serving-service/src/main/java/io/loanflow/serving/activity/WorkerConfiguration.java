package io.loanflow.serving.activity;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.RehearsalRoom;
import io.loanflow.serving.rollout.CanaryRoom;
import io.loanflow.serving.rollout.ShadowRoom;
import io.loanflow.serving.rollout.VersionTallies;
import io.opentracing.Tracer;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.opentracing.OpenTracingOptions;
import io.temporal.opentracing.OpenTracingWorkerInterceptor;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two workers: one takes what any replica can do, the other what this one is asked. */
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

    /** They bring back word of a cancellation; the SDK's own pace is most of the heartbeat time-out. */
    private static final WorkerOptions HEARTBEATS = WorkerOptions.newBuilder()
            .setMaxHeartbeatThrottleInterval(Duration.ofSeconds(1))
            .build();

    @Bean
    static Replica replica() {
        return new Replica();
    }

    @Bean
    static TemporalOptionsCustomizer<WorkflowClientOptions.Builder> replicaIdentity(Replica replica) {
        return options -> options.setIdentity(replica.name());
    }

    @Bean
    LivingReplicas livingReplicas(Replica replica, WorkflowClient client) {
        return () -> replica.living(client);
    }

    @Bean
    ServingActivitiesImpl servingActivities(
            Champions champions,
            RehearsalRoom rehearsals,
            VersionTallies tallies,
            ShadowRoom shadows,
            CanaryRoom canaries,
            LivingReplicas replicas,
            ServingSettings settings) {
        return new ServingActivitiesImpl(champions, rehearsals, tallies, shadows, canaries, replicas, settings);
    }

    @Bean(destroyMethod = "shutdown")
    WorkerFactory workerFactory(
            WorkflowClient client, ServingActivitiesImpl activities, Replica replica, ObjectProvider<Tracer> tracer) {
        WorkerFactory factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(
                                tracer.stream().map(WorkerConfiguration::traced).toArray(WorkerInterceptor[]::new))
                        .build());
        factory.newWorker(TaskQueues.SERVING, HEARTBEATS).registerActivitiesImplementations(activities);
        factory.newWorker(replica.name(), HEARTBEATS).registerActivitiesImplementations(activities);
        return factory;
    }

    /** As the starter does it for the workers that it makes. */
    private static WorkerInterceptor traced(Tracer tracer) {
        return new OpenTracingWorkerInterceptor(
                OpenTracingOptions.newBuilder().setTracer(tracer).build());
    }

    @Bean
    WorkerStarter workerStarter(WorkerFactory factory) {
        return new WorkerStarter(factory);
    }
}
