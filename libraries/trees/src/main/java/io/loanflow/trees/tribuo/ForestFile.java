package io.loanflow.trees.tribuo;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import io.loanflow.trees.forest.Forest;
import java.io.IOException;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.protos.core.ModelProto;

/**
 * Reads forests of Tribuo's protobuf format, such as {@link ForestModel} and Tribuo's own ensembles write it. Many times as fast as Tribuo,
 * which looks the class of each leaf's labels up by reflection.
 */
public final class ForestFile {

    private ForestFile() {}

    /**
     * Reads the trees of a file.
     *
     * @param file its content, which is not changed
     * @throws IOException if the bytes are no model of labels, made of trees
     * @throws IllegalArgumentException if the trees are combined otherwise than by Tribuo's voting or fully weighted voting combiner
     */
    public static Forest read(byte[] file) throws IOException {
        return reading(() -> message(file).forest());
    }

    /**
     * The trees of any model of Tribuo's: a {@code TreeModel}, or a {@code WeightedEnsembleModel} of them.
     *
     * @throws IOException if the model is of another kind
     * @throws IllegalArgumentException as for {@link #read(byte[])}
     */
    public static Forest read(Model<Label> model) throws IOException {
        return reading(() -> ForestMessage.of(model.serialize()).forest());
    }

    static ForestMessage message(byte[] file) throws IOException {
        CodedInputStream bytes = TreeReader.stream(UnsafeByteOperations.unsafeWrap(file));
        return ForestMessage.of(ModelProto.parseFrom(bytes));
    }

    private static Forest reading(Source source) throws IOException {
        try {
            return source.forest();
        } catch (IllegalStateException | ClassCastException e) {
            throw new IOException("The file is no Tribuo forest of labels: " + e.getMessage(), e);
        }
    }

    private interface Source {
        Forest forest() throws IOException;
    }
}
