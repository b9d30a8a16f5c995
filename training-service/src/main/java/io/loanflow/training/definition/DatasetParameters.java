package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.ModelFamily;
import io.loanflow.model.family.Parameters;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What model a load's data set asks for: as its tuning found, else as its {@code training.yaml} says. Reads both anew at
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
     * @throws io.loanflow.model.family.SettingsInvalidException with everything that is wrong with the overrides
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer
     */
    public Parameters of(DatasetRef load, TrainingSettings overrides) {
        ModelFamily wanted = overrides.family() == null ? null : ModelFamilies.named(overrides.family());
        if (wanted != null
                && overrides.parameters().keySet().containsAll(wanted.schema().names())) {
            return complete(overrides);
        }
        TrainingDefinition definition = definition(load.dataset());
        if (wanted != null) {
            Parameters own = definition.parameters(wanted).orElseGet(wanted::defaults);
            // Before MLflow is asked for anything: a bad override is no matter of the server's.
            Parameters plain = own.with(overrides.parameters());
            return tuned(load, definition)
                    .filter(found -> found.family().equals(wanted))
                    .map(found -> found.with(overrides.parameters()))
                    .orElse(plain);
        }
        return tuned(load, definition).orElse(definition.parameters()).with(overrides.parameters());
    }

    private Optional<Parameters> tuned(DatasetRef load, TrainingDefinition definition) {
        return tuned.find(load, definition.parameters()).map(DatasetParameters::complete);
    }

    /**
     * What settings say that leave nothing out.
     *
     * @throws io.loanflow.model.family.SettingsInvalidException with everything that is wrong with them
     */
    public static Parameters complete(TrainingSettings settings) {
        ModelFamily family =
                settings.family() == null ? ModelFamilies.STANDARD : ModelFamilies.named(settings.family());
        return family.defaults().with(settings.parameters());
    }

    /** @throws io.loanflow.contracts.dataset.DatasetDefinitionException if there is no such data set or its file is wrong */
    public TrainingDefinition definition(String dataset) {
        return TrainingDefinitionReader.read(catalog.directory(dataset).resolve(TrainingDefinitionReader.FILE));
    }
}
