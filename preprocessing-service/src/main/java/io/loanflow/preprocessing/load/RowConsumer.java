package io.loanflow.preprocessing.load;

import io.loanflow.featurebatches.Part;
import org.jspecify.annotations.Nullable;

/** Takes the rows of loads one by one. */
public interface RowConsumer {

    /** Before the first row of a load. */
    void beginLoad();

    /**
     * @param values one for each column of the definition: a number as it is (never -0), a category as its position in the
     *     column's list, NaN where the value is missing; valid during the call only
     * @param part that the row is of by the file that it stood in; null where no load's files say it
     */
    void accept(double[] values, @Nullable Part part);
}
