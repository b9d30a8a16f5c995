package io.loanflow.featurebatches;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureEncoderJson;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a set of batches is; written last, so that batches with a manifest are whole.
 *
 * @param definition text of the data-set definition that the load was made with
 * @param encoder fitted on the training part
 * @param train batches of the training part in order
 * @param test batches of the test part in order
 * @param sha256 as {@link #digest} computes it
 * @param madeBy the run that made the batches
 * @param seconds it took
 */
public record FeatureManifest(
        String definition,
        FeatureSchema schema,
        FeatureEncoder encoder,
        List<StoredBatch> train,
        List<StoredBatch> test,
        String sha256,
        PipelineRun madeBy,
        double seconds) {

    public FeatureManifest {
        train = List.copyOf(train);
        test = List.copyOf(test);
    }

    /**
     * SHA-256 over definition, schema, encoder and the batches' own digests, training part first. Equal for equal content, whoever made
     * it.
     */
    public static String digest(
            String definition,
            FeatureSchema schema,
            FeatureEncoder encoder,
            List<StoredBatch> train,
            List<StoredBatch> test) {
        StringBuilder text = new StringBuilder();
        text.append(Sha256.hex(definition.getBytes(StandardCharsets.UTF_8))).append('\n');
        text.append(schema.fingerprint()).append('\n');
        text.append(FeatureEncoderJson.write(encoder)).append('\n');
        train.forEach(batch -> text.append("train ").append(batch.sha256()).append('\n'));
        test.forEach(batch -> text.append("test ").append(batch.sha256()).append('\n'));
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The definition that the load was made with, with the categories that the encoder met. */
    public DatasetDefinition dataset() {
        return encoder.fitted(DatasetDefinitionReader.read(definition, "the definition of the batches"));
    }

    public List<StoredBatch> batches(Part part) {
        return part == Part.TRAIN ? train : test;
    }

    public long trainRows() {
        return rows(train);
    }

    public long testRows() {
        return rows(test);
    }

    /** Share of positive decisions in the training part, from 0 to 1; 0 where it has no row. */
    public double trainPositiveShare() {
        return positiveShare(train);
    }

    /** The same of the test part. */
    public double testPositiveShare() {
        return positiveShare(test);
    }

    /** What other stages are told. */
    public FeatureBatches reference(String keyPrefix) {
        return new FeatureBatches(
                keyPrefix, train.size(), test.size(), trainRows(), testRows(), schema.fingerprint(), sha256);
    }

    private static long rows(List<StoredBatch> batches) {
        return batches.stream().mapToLong(StoredBatch::rows).sum();
    }

    private static double positiveShare(List<StoredBatch> batches) {
        long positives = batches.stream().mapToLong(StoredBatch::positives).sum();
        return positives / (double) Math.max(1, rows(batches));
    }
}
