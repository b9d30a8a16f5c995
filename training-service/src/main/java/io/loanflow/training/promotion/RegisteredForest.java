package io.loanflow.training.promotion;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.forest.FlatForest;
import io.loanflow.tracking.DamagedArtifactException;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.ModelFacts;
import io.loanflow.tracking.ModelFolder;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.training.rows.FeatureDecoder;
import io.loanflow.training.rows.PartRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version's forest with the encoder it was trained with. */
final class RegisteredForest {

    private final DatasetDefinition definition;
    private final FeatureEncoder encoder;
    private final FlatForest forest;
    private final ModelFacts facts;

    private RegisteredForest(
            DatasetDefinition definition, FeatureEncoder encoder, FlatForest forest, ModelFacts facts) {
        this.definition = definition;
        this.encoder = encoder;
        this.forest = forest;
        this.facts = facts;
    }

    /**
     * @throws NotComparableException if the run's model folder is incomplete or damaged
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer now
     */
    static RegisteredForest load(MlflowArtifacts artifacts, String runId) throws NotComparableException {
        return of(download(artifacts, runId));
    }

    static RegisteredForest of(ModelFolder folder) throws NotComparableException {
        try {
            DatasetDefinition definition = DatasetDefinitionReader.read(folder.definition(), ModelFolder.DEFINITION);
            FlatForest forest =
                    FlatForest.read(folder.forest(), folder.encoder().featureNames(), definition.positiveLabel());
            return new RegisteredForest(definition, folder.encoder(), forest, folder.facts());
        } catch (DatasetDefinitionException e) {
            throw new NotComparableException("its " + ModelFolder.DEFINITION + " is not valid any more", e);
        } catch (IOException | RuntimeException e) {
            // Tribuo throws whatever its parsers throw on bytes that are not a model.
            throw new NotComparableException("its " + ModelFolder.FOREST + " is damaged", e);
        }
    }

    private static ModelFolder download(MlflowArtifacts artifacts, String runId) throws NotComparableException {
        try {
            return ModelFolder.download(artifacts, runId);
        } catch (NotInTrackingException e) {
            throw new NotComparableException("its model folder is incomplete", e);
        } catch (DamagedArtifactException e) {
            throw new NotComparableException("its model folder is damaged", e);
        }
    }

    boolean isSynthetic() {
        return facts.origin() == DataOrigin.SYNTHETIC;
    }

    /**
     * Scores rows as serving would: with this version's own encoder.
     *
     * @param rowsEncoder that made the rows' features
     * @throws NotComparableException if the rows lack a column that this version needs, or have another target
     */
    double[] score(PartRows rows, FeatureEncoder rowsEncoder) throws NotComparableException {
        if (encoder.equals(rowsEncoder)) {
            return facts.calibration().probabilities(forest.scoreColumns(rows.columns(), rows.size()));
        }
        List<double[]> numbers = new ArrayList<>();
        List<@Nullable String[]> categories = new ArrayList<>();
        FeatureDecoder decoder = new FeatureDecoder(rowsEncoder, rows);
        double[] noNumbers = new double[rows.size()];
        @Nullable String[] noCategories = new @Nullable String[rows.size()];
        for (ColumnEncoding encoding : encoder.encodings()) {
            boolean numeric = encoding instanceof NumericEncoding;
            requireColumn(decoder, encoding.column(), numeric);
            numbers.add(numeric ? decoder.numbers(encoding.column()) : noNumbers);
            categories.add(numeric ? noCategories : decoder.categories(encoding.column()));
        }
        return facts.calibration()
                .probabilities(forest.scoreRows(encoded(rows.size(), numbers, categories), rows.size()));
    }

    /** Whether both decide the same question. */
    boolean sharesTargetWith(RegisteredForest other) {
        return definition.target().name().equals(other.definition.target().name())
                && definition.positiveLabel().equals(other.definition.positiveLabel());
    }

    private static void requireColumn(FeatureDecoder decoder, String column, boolean numeric)
            throws NotComparableException {
        if (numeric ? !decoder.hasNumbers(column) : !decoder.hasCategories(column)) {
            throw new NotComparableException(
                    "it needs the " + (numeric ? "numbers" : "categories") + " of column " + column
                            + ", which the rows do not have",
                    null);
        }
    }

    private double[] encoded(int rows, List<double[]> numbers, List<@Nullable String[]> categories) {
        int width = encoder.featureNames().size();
        double[] values = new double[rows * width];
        double[] rowNumbers = new double[numbers.size()];
        @Nullable String[] rowCategories = new @Nullable String[numbers.size()];
        double[] features = new double[width];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < rowNumbers.length; column++) {
                rowNumbers[column] = numbers.get(column)[row];
                rowCategories[column] = categories.get(column)[row];
            }
            encoder.encode(rowNumbers, rowCategories, features);
            System.arraycopy(features, 0, values, row * width, width);
        }
        return values;
    }
}
