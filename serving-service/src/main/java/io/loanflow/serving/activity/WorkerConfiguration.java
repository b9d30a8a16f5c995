package io.loanflow.serving.activity;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.RehearsalRoom;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two workers: one takes what any replica can do, the other what this one is asked. */
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

    @Bean
    static Replica replica() {
        return new Replica();
    }

    @Bean
    static TemporalOptionsCustomizer<WorkflowClientOptions.Builder> replicaIdentity(Replica replica) {
        return options -> options.setIdentity(replica.name());
    }

    @Bean
    ServingActivitiesImpl servingActivities(
            Champions champions,
            RehearsalRoom rehearsals,
            Replica replica,
            WorkflowClient client,
            ServingSettings settings) {
        return new ServingActivitiesImpl(champions, rehearsals, () -> replica.living(client), settings);
    }

    @Bean(destroyMethod = "shutdown")
    WorkerFactory workerFactory(WorkflowClient client, ServingActivitiesImpl activities, Replica replica) {
        WorkerFactory factory = WorkerFactory.newInstance(client);
        factory.newWorker(TaskQueues.SERVING).registerActivitiesImplementations(activities);
        factory.newWorker(replica.name()).registerActivitiesImplementations(activities);
        return factory;
    }

    @Bean
    WorkerStarter workerStarter(WorkerFactory factory) {
        return new WorkerStarter(factory);
    }
}
