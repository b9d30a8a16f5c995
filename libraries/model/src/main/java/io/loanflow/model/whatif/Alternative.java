package io.loanflow.model.whatif;

import java.util.List;

/**
 * A row that would be decided otherwise.
 *
 * @param changes of one or two columns, all else as it is
 * @param size of the changes: of a number, its distance in median deviations of the reference rows; of an order of categories, the steps;
 *     of another category, 1
 * @param probability of the positive label
 */
public record Alternative(List<Change> changes, double size, double probability) {

    public Alternative {
        changes = List.copyOf(changes);
    }
}
