package io.loanflow.worker;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.worker.input.StrictInput;
import io.micrometer.core.instrument.config.MeterFilter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.WorkerInterceptor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes beans of the classes that know no Spring. */
@Configuration
@EnableConfigurationProperties(WorkerProperties.class)
class WorkerConfiguration {

    /** Only the names matter here: the services read the definitions. */
    @Bean
    DatasetCatalog datasetCatalog(WorkerProperties properties) {
        return new DatasetCatalog(properties.dataDirectory().toPath());
    }

    @Bean
    DataConverter dataConverter() {
        return StrictInput.dataConverter();
    }

    @Bean
    WorkerInterceptor inputRefusal() {
        return StrictInput.interceptor();
    }

    @Bean
    MeterFilter pipelineMeterHelp() {
        return new PipelineMeterHelp();
    }
}
