package io.loanflow.contracts.preprocessing;

import io.loanflow.contracts.execution.PipelineRun;

/**
 * @param featureCount width of a feature vector
 * @param trainPositiveShare share of positive decisions in the training part, from 0 to 1
 * @param testPositiveShare the same of the test part
 * @param alreadyPrepared whether the batches were there already
 * @param madeBy the run that made them
 * @param seconds spent reading, fitting, encoding and storing; of the first time where they were there already
 */
public record PreprocessingResult(
        FeatureBatches batches,
        int featureCount,
        double trainPositiveShare,
        double testPositiveShare,
        boolean alreadyPrepared,
        PipelineRun madeBy,
        double seconds) {}
