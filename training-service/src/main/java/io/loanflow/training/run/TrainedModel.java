package io.loanflow.training.run;

import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.model.family.Parameters;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.training.calibration.DecisionRule;
import io.loanflow.training.report.Report;

/**
 * A model with all that is kept of it.
 *
 * @param rule how its scores become decisions
 * @param provenance Tribuo's, as text: how each tree was grown, from what
 */
record TrainedModel(
        TrainingRequest request,
        Parameters parameters,
        TrainingData data,
        DecisionRule rule,
        Report report,
        ModelFolder folder,
        String provenance) {}
