package io.loanflow.web.autoconfigure;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import java.lang.management.ManagementFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Who took a task, in Temporal's histories: the service, its process and its host. */
@AutoConfiguration(beforeName = "io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration")
@ConditionalOnClass(TemporalOptionsCustomizer.class)
public class WorkerIdentityAutoConfiguration {

    /** First, so that a service's own goes before it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static TemporalOptionsCustomizer<WorkflowClientOptions.Builder> workerIdentity(Environment environment) {
        String service = environment.getProperty("spring.application.name", "");
        return options -> options.setIdentity(
                service + "@" + ManagementFactory.getRuntimeMXBean().getName());
    }
}
