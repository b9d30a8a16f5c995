package io.loanflow.training.forest;

import io.loanflow.forest.ForestFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.ensemble.WeightedEnsembleModel;

/** Some trees of a forest. */
public record GrownPart(WeightedEnsembleModel<Label> trees) {

    /** Reads what {@link #protobuf} wrote. */
    public static GrownPart read(byte[] protobuf) {
        try {
            Model<Label> model = Model.deserializeFromStream(new ByteArrayInputStream(protobuf))
                    .castModel(Label.class);
            return new GrownPart((WeightedEnsembleModel<Label>) model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tribuo's protobuf, with provenance. */
    public byte[] protobuf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ForestFile.write(trees, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
