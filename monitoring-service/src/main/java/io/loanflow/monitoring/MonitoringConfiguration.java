package io.loanflow.monitoring;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.model.signature.TrustedKeys;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import java.io.File;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes beans of classes that know no Spring. */
@Configuration
class MonitoringConfiguration {

    @Bean
    DatasetCatalog datasetCatalog(MonitoringSettings settings) {
        return new DatasetCatalog(settings.dataDirectory().toPath());
    }

    @Bean
    MlflowArtifacts mlflowArtifacts(MonitoringSettings settings) {
        return new MlflowArtifacts(settings.trackingUri());
    }

    @Bean
    TrustedKeys trustedKeys(MonitoringSettings settings) {
        File keys = settings.modelKeys();
        return TrustedKeys.of(keys == null ? null : keys.toPath());
    }

    @Bean
    MlflowRuns mlflowRuns(MonitoringSettings settings) {
        return new MlflowRuns(settings.trackingUri());
    }

    @Bean
    ModelRegistry modelRegistry(MonitoringSettings settings) {
        return new ModelRegistry(settings.trackingUri());
    }
}
