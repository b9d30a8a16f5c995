package io.loanflow.preprocessing.load;

/** Takes the rows of loads one by one. */
public interface RowConsumer {

    /** Before the first row of a load. */
    void beginLoad();

    /**
     * @param values one for each column of the definition: a number as it is (never -0), a category as its position in the
     *     column's list, NaN where the value is missing; valid during the call only
     */
    void accept(double[] values);
}
