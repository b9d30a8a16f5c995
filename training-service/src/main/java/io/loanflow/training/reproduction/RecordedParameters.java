package io.loanflow.training.reproduction;

import io.loanflow.contracts.training.ParameterValue;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.ModelFamily;
import io.loanflow.model.family.Parameters;
import java.util.HashMap;
import java.util.Map;

/** The parameters of a model among all that a run records. */
final class RecordedParameters {

    private RecordedParameters() {}

    /**
     * @param recorded parameters of an MLflow run
     * @throws io.loanflow.model.family.SettingsInvalidException if there is no such family or value
     */
    static Parameters of(Map<String, String> recorded) {
        // Runs from before there were families trained forests.
        String name = recorded.getOrDefault("family", ModelFamilies.STANDARD.name());
        ModelFamily family = ModelFamilies.named(name);
        Map<String, ParameterValue> values = new HashMap<>();
        for (String parameter : family.schema().names()) {
            String value = recorded.get(parameter);
            if (value != null) {
                values.put(parameter, new ParameterValue(value));
            }
        }
        return family.defaults().with(values);
    }
}
