package io.loanflow.model;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.model.family.ModelTrees;
import io.loanflow.model.folder.ModelFacts;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.model.reference.ColumnCounts;
import io.loanflow.model.reference.ReferenceDistribution;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the files of a model folder together, and refuses those that do not belong together. */
final class ModelAssembly {

    private final ModelFolder folder;

    ModelAssembly(ModelFolder folder) {
        this.folder = folder;
    }

    /** @throws ModelUnusableException if a file is damaged or contradicts another one */
    Model model() {
        FeatureEncoder encoder = folder.encoder();
        DatasetDefinition definition = encoder.fitted(definition());
        checkFacts(definition);
        checkFeatures(definition, encoder);
        ModelTrees trees = trees(definition, encoder);
        checkMissing(definition, encoder);
        checkDistribution(definition);
        String digest = trees.scorer().digest();
        if (!digest.equals(folder.facts().digest())) {
            throw new ModelUnusableException(folder.family().file() + " has digest " + digest + ", " + ModelFolder.FACTS
                    + " says " + folder.facts().digest());
        }
        return new Model(definition, trees, folder);
    }

    private DatasetDefinition definition() {
        try {
            return DatasetDefinitionReader.read(folder.definition(), ModelFolder.DEFINITION);
        } catch (DatasetDefinitionException e) {
            throw new ModelUnusableException(ModelFolder.DEFINITION + " is wrong: " + e.getMessage(), e);
        }
    }

    private void checkFacts(DatasetDefinition definition) {
        ModelFacts facts = folder.facts();
        if (!facts.dataset().equals(definition.name())) {
            throw new ModelUnusableException(ModelFolder.FACTS + " is about data set " + facts.dataset() + ", "
                    + ModelFolder.DEFINITION + " about " + definition.name());
        }
        if (!(facts.threshold() > 0 && facts.threshold() < 1)) {
            throw new ModelUnusableException(
                    ModelFolder.FACTS + " has threshold " + facts.threshold() + "; must be between 0 and 1");
        }
    }

    private void checkFeatures(DatasetDefinition definition, FeatureEncoder encoder) {
        List<String> columns = definition.features().stream().map(Column::name).toList();
        List<String> encoded =
                encoder.encodings().stream().map(ColumnEncoding::column).toList();
        if (!columns.equals(encoded)) {
            throw new ModelUnusableException(ModelFolder.ENCODER + " encodes " + encoded + ", but the features of "
                    + ModelFolder.DEFINITION + " are " + columns);
        }
        for (int i = 0; i < columns.size(); i++) {
            checkKind(definition.features().get(i), encoder.encodings().get(i));
        }
        String fingerprint = FeatureSchema.of(definition, encoder).fingerprint();
        if (!fingerprint.equals(folder.facts().schemaFingerprint())) {
            throw new ModelUnusableException("the feature schema has fingerprint " + fingerprint + ", "
                    + ModelFolder.FACTS + " says " + folder.facts().schemaFingerprint());
        }
    }

    private void checkKind(Column column, ColumnEncoding encoding) {
        if (column.type().isNumeric() != encoding instanceof NumericEncoding) {
            throw new ModelUnusableException(
                    ModelFolder.ENCODER + " does not encode " + column.name() + " as what it is: " + column.allowed());
        }
    }

    /** Whatever a row lacks, the trees are given a number. */
    private void checkMissing(DatasetDefinition definition, FeatureEncoder encoder) {
        int columns = definition.features().size();
        double[] numbers = new double[columns];
        Arrays.fill(numbers, Double.NaN);
        double[] features = new double[encoder.featureNames().size()];
        encoder.encode(numbers, new @Nullable String[columns], features);
        if (!Arrays.stream(features).allMatch(Double::isFinite)) {
            throw new ModelUnusableException(
                    ModelFolder.ENCODER + " has a missing value, mean or deviation that is not a finite number");
        }
    }

    private void checkDistribution(DatasetDefinition definition) {
        ReferenceDistribution distribution = folder.distribution();
        if (distribution == null) {
            return;
        }
        List<String> columns = definition.features().stream().map(Column::name).toList();
        List<String> counted =
                distribution.columns().stream().map(ColumnCounts::column).toList();
        if (!columns.equals(counted)) {
            throw new ModelUnusableException(ModelFolder.DISTRIBUTION + " counts " + counted + ", but the features of "
                    + ModelFolder.DEFINITION + " are " + columns);
        }
        if (distribution.columns().stream()
                        .mapToLong(ColumnCounts::rows)
                        .distinct()
                        .count()
                > 1) {
            throw new ModelUnusableException(
                    ModelFolder.DISTRIBUTION + " does not count the same number of rows in every column");
        }
    }

    private ModelTrees trees(DatasetDefinition definition, FeatureEncoder encoder) {
        try {
            return folder.family().read(folder.model(), encoder.featureNames(), definition.positiveLabel());
        } catch (IOException | RuntimeException e) {
            // Tribuo throws whatever its parsers throw on bytes that are not a model.
            throw new ModelUnusableException(
                    folder.family().file() + " is not a model over these features: " + e.getMessage(), e);
        }
    }
}
