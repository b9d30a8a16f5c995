package io.loanflow.preprocessing.batch;

import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.preprocessing.PreprocessingProperties;
import io.loanflow.preprocessing.load.LoadReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import javax.sql.DataSource;

/** Puts a preparation together without Spring. */
public final class Preparations {

    public static final PreprocessingProperties PROPERTIES = new PreprocessingProperties(
            URI.create("redis://127.0.0.1:6379"), false, Duration.ofSeconds(10), null, Duration.ofHours(1), 1);

    private Preparations() {}

    public static BatchPreparation of(DataSource database, FeatureBatchCache cache) {
        return new BatchPreparation(
                new LoadReader(database), cache, PROPERTIES, new PreprocessingMetrics(new SimpleMeterRegistry()));
    }
}
