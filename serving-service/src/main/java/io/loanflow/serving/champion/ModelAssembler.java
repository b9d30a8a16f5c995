package io.loanflow.serving.champion;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.contracts.pipeline.ModelVersionRef;
import io.loanflow.forest.FlatForest;
import io.loanflow.serving.application.ApplicationReader;
import io.loanflow.tracking.ModelFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** Puts the files of a model folder together, and refuses those that do not belong together. */
final class ModelAssembler {

    private final ModelFolder folder;
    private final ModelVersionRef version;

    ModelAssembler(ModelFolder folder, ModelVersionRef version) {
        this.folder = folder;
        this.version = version;
    }

    /** @throws ModelUnusableException if a file is damaged or contradicts another one */
    ServedModel assemble() {
        DatasetDefinition definition = definition();
        FeatureEncoder encoder = folder.encoder();
        checkFeatures(definition, encoder);
        FlatForest forest = forest(definition, encoder);
        if (!forest.digest().equals(folder.facts().digest())) {
            throw unusable(ModelFolder.FOREST + " has digest " + forest.digest() + ", " + ModelFolder.FACTS + " says "
                    + folder.facts().digest());
        }
        return new ServedModel(
                version,
                folder.facts().origin(),
                folder.facts().threshold(),
                definition,
                new ApplicationReader(definition),
                encoder,
                forest,
                folder.selfTest().input());
    }

    private DatasetDefinition definition() {
        try {
            return DatasetDefinitionReader.read(
                    folder.definition(), ModelFolder.DEFINITION + " of run " + version.runId());
        } catch (DatasetDefinitionException e) {
            throw unusable(ModelFolder.DEFINITION + " is wrong: " + e.getMessage(), e);
        }
    }

    private void checkFeatures(DatasetDefinition definition, FeatureEncoder encoder) {
        List<String> columns = definition.features().stream().map(Column::name).toList();
        List<String> encoded =
                encoder.encodings().stream().map(ColumnEncoding::column).toList();
        if (!columns.equals(encoded)) {
            throw unusable(ModelFolder.ENCODER + " encodes " + encoded + ", but the features of "
                    + ModelFolder.DEFINITION + " are " + columns);
        }
        String fingerprint = FeatureSchema.of(definition, encoder).fingerprint();
        if (!fingerprint.equals(folder.facts().schemaFingerprint())) {
            throw unusable("the feature schema has fingerprint " + fingerprint + ", " + ModelFolder.FACTS + " says "
                    + folder.facts().schemaFingerprint());
        }
    }

    private FlatForest forest(DatasetDefinition definition, FeatureEncoder encoder) {
        try {
            Model<Label> model = Model.deserializeFromStream(new ByteArrayInputStream(folder.forest()))
                    .castModel(Label.class);
            return FlatForest.of(model, encoder.featureNames(), definition.positiveLabel());
        } catch (IOException | RuntimeException e) {
            // Tribuo throws whatever its parsers throw on bytes that are not a model.
            throw unusable(ModelFolder.FOREST + " is not a forest over these features: " + e.getMessage(), e);
        }
    }

    private ModelUnusableException unusable(String what) {
        return new ModelUnusableException("run " + version.runId() + ": " + what);
    }

    private ModelUnusableException unusable(String what, Throwable cause) {
        return new ModelUnusableException("run " + version.runId() + ": " + what, cause);
    }
}
