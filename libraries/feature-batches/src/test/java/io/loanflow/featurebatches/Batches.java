package io.loanflow.featurebatches;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import java.util.List;

/** Small batches to test with. */
final class Batches {

    static final String DEFINITION = "name: loan\n";
    static final FeatureEncoder ENCODER = new FeatureEncoder(
            List.of(new NumericEncoding("income", 100, 0, 1), new OneHotEncoding("home", List.of("RENT", "OWN"))));
    static final FeatureSchema SCHEMA =
            new FeatureSchema("loan", 1, ENCODER.featureNames(), "loan_status", List.of("gender"));
    static final PipelineRun RUN = new PipelineRun("pipeline-loan", "run-1");

    private Batches() {}

    /** Row i has income {@code first + i}, home RENT where i is even, and is approved where i is a multiple of 4. */
    static FeatureBatch batch(int first, int rows) {
        FeatureBatchBuilder builder = new FeatureBatchBuilder(SCHEMA);
        for (int i = 0; i < rows; i++) {
            builder.add(new double[] {first + i, i % 2 == 0 ? 1 : 0, i % 2}, i % 4 == 0, new String[] {
                i % 5 == 0 ? "" : i % 3 == 0 ? "female" : "männlich"
            });
        }
        return builder.take();
    }
}
