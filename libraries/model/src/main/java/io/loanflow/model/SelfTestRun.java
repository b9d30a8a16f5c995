package io.loanflow.model;

import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.model.folder.SelfTest;
import io.loanflow.model.row.Problem;
import io.loanflow.model.row.Row;
import io.loanflow.model.row.RowReader;
import io.loanflow.model.row.RowReading;

/** Asks a model the question it was asked when it was trained, the way a client asks. */
final class SelfTestRun {

    private final Model model;

    SelfTestRun(Model model) {
        this.model = model;
    }

    /** @throws ModelUnusableException if the answer differs, even in its last bit */
    void check(SelfTest test) {
        double probability = model.probability(row(model.reader(), test));
        if (Double.doubleToLongBits(probability) != Double.doubleToLongBits(test.probability())) {
            throw new ModelUnusableException("the self-test gave probability " + probability + ", not "
                    + test.probability() + " as when the model was trained");
        }
        boolean positive = test.decision().equals(model.labels().positive());
        if (model.isPositive(probability) != positive) {
            throw new ModelUnusableException("the self-test's decision is " + test.decision() + ", but its probability "
                    + probability + " with threshold " + model.facts().threshold() + " says otherwise");
        }
    }

    /** @throws ModelUnusableException if the test's input is not a valid row */
    static Row row(RowReader reader, SelfTest test) {
        RowReading reading = reader.read(test.input());
        Row row = reading.row();
        if (row == null) {
            Problem first = reading.problems().get(0);
            throw new ModelUnusableException(
                    "the self-test's input is not a valid row: " + first.pointer() + " " + first.detail());
        }
        return row;
    }
}
