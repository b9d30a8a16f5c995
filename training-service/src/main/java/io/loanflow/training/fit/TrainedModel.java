package io.loanflow.training.fit;

import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.model.family.Parameters;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.folder.PythonFlavor;
import io.loanflow.training.calibration.DecisionRule;
import io.loanflow.training.report.Report;
import io.loanflow.training.rows.TrainingData;

/**
 * A model with all that is kept of it.
 *
 * @param rule how its scores become decisions
 * @param python of the folder
 * @param provenance Tribuo's, as text: how each tree was grown, from what
 */
public record TrainedModel(
        ModelOrder order,
        DecisionRule rule,
        Report report,
        ModelFolder folder,
        PythonFlavor python,
        String provenance) {

    public TrainingRequest request() {
        return order.request();
    }

    public Parameters parameters() {
        return order.parameters();
    }

    public TrainingData data() {
        return order.data();
    }
}
