package io.loanflow.ingestion;

import io.loanflow.tracking.MlflowArtifacts;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes beans of classes that know no Spring. */
@Configuration
class IngestionConfiguration {

    @Bean
    MlflowArtifacts mlflowArtifacts(IngestionSettings settings) {
        return new MlflowArtifacts(settings.trackingUri());
    }

    /** Heartbeats bring back word of a cancellation; the SDK's own pace is most of the heartbeat time-out. */
    @Bean
    TemporalOptionsCustomizer<WorkerOptions.Builder> heartbeatsEverySecond() {
        return options -> options.setMaxHeartbeatThrottleInterval(Duration.ofSeconds(1));
    }
}
