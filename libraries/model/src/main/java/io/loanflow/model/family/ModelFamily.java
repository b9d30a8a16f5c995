package io.loanflow.model.family;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A kind of models: its parameters, and how it is trained, written and read. */
public sealed interface ModelFamily permits ForestFamily, BoostingFamily {

    ParameterSchema schema();

    default String name() {
        return schema().family();
    }

    /** All parameters as they are where nothing is said. */
    default Parameters defaults() {
        return new Parameters(this, Map.of());
    }

    /** Numbers of trees that a tuning gives its candidates one after the other where the data set says nothing; as many for each family. */
    List<Integer> rungs();

    /** Name of the file that holds the model in its folder. */
    String file();

    /** Bytes of heap that training holds beside the columns, the model itself not counted. */
    long trainingBytes(long rows, int features, Parameters parameters, int threads);

    /** How many trees {@link #fit} and {@link #unseen} grow together. */
    int treesToGrow(Parameters parameters);

    /** Trains a model. */
    FittedModel fit(LabelledRows rows, Parameters parameters, Growth growth);

    /**
     * Each training row's score by trees that had not seen it; NaN where there are none.
     *
     * @param rows that the model was fitted on
     * @param parameters that it was fitted with
     * @param growth told of trees that grow for this only, counted on from the model's own
     */
    double[] unseen(FittedModel model, LabelledRows rows, Parameters parameters, Growth growth);

    /** As {@link #read} and Tribuo read it, with provenance. */
    byte[] write(FittedModel model);

    /**
     * @throws IOException if the bytes are no such file
     * @throws IllegalArgumentException if it splits on another feature or does not know the label
     */
    ModelTrees read(byte[] file, List<String> features, String positiveLabel) throws IOException;
}
