package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.training.forest.ForestParameters;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What forest a load's data set asks for: as its tuning found, else as its {@code training.yaml} says. Reads both anew at
 * each call.
 */
@Component
public class DatasetParameters {

    private final DatasetCatalog catalog;
    private final TunedParameters tuned;

    DatasetParameters(DatasetCatalog catalog, TunedParameters tuned) {
        this.catalog = catalog;
        this.tuned = tuned;
    }

    /**
     * @param overrides what a run wants otherwise
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException if there is no such data set or its file is wrong
     * @throws io.loanflow.training.forest.SettingsInvalidException if an override is out of range
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer
     */
    public ForestParameters of(DatasetRef load, TrainingSettings overrides) {
        if (isComplete(overrides)) {
            return ForestParameters.GENERAL.with(overrides);
        }
        ForestParameters file = definition(load.dataset()).parameters();
        // Before MLflow is asked for anything: a bad override is no matter of the server's.
        ForestParameters plain = file.with(overrides);
        return tuned.find(load, file)
                .map(settings -> file.with(settings).with(overrides))
                .orElse(plain);
    }

    private static boolean isComplete(TrainingSettings settings) {
        return Stream.of(
                        settings.trees(),
                        settings.seed(),
                        settings.criterion(),
                        settings.maxDepth(),
                        settings.minSamplesLeaf(),
                        settings.maxFeatures(),
                        settings.maxSamples())
                .allMatch(Objects::nonNull);
    }

    /** @throws io.loanflow.contracts.dataset.DatasetDefinitionException if there is no such data set or its file is wrong */
    public TrainingDefinition definition(String dataset) {
        return TrainingDefinitionReader.read(catalog.directory(dataset).resolve(TrainingDefinitionReader.FILE));
    }
}
