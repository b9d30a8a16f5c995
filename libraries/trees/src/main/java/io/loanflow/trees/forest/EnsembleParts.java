package io.loanflow.trees.forest;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import org.tribuo.classification.Label;
import org.tribuo.ensemble.EnsembleCombiner;
import org.tribuo.ensemble.WeightedEnsembleModel;

/**
 * What an ensemble does not show of itself: the weights of its members and how it combines them.
 *
 * <p>Tribuo writes both into its protobuf and offers no other way to them. Writing a hundred full trees takes Tribuo many
 * seconds, so the fields are read instead.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EnsembleParts(float[] weights, EnsembleCombiner<Label> combiner) {

    @SuppressWarnings("unchecked") // the combiner of an ensemble of labels
    static EnsembleParts of(WeightedEnsembleModel<Label> ensemble) {
        return new EnsembleParts(
                (float[]) field(ensemble, "weights"), (EnsembleCombiner<Label>) field(ensemble, "combiner"));
    }

    private static Object field(WeightedEnsembleModel<Label> ensemble, String name) {
        try {
            Field field = WeightedEnsembleModel.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(ensemble);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new IllegalStateException(
                    "The " + name
                            + " of a WeightedEnsembleModel cannot be read: put Tribuo on the class path, or start Java with"
                            + " --add-opens org.tribuo.core/org.tribuo.ensemble=ALL-UNNAMED",
                    e);
        }
    }
}
