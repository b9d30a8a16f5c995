package io.loanflow.model.reference;

import java.util.List;

/**
 * The held-out rows of one protected group.
 *
 * @param positives how many have the positive label
 * @param selected how many are decided positive
 * @param scores how many lie in each bin of the score
 */
public record GroupCounts(String column, String group, long rows, long positives, long selected, List<Long> scores) {

    public GroupCounts {
        scores = List.copyOf(scores);
    }
}
