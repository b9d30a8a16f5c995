package io.loanflow.training.gate;

import io.loanflow.contracts.release.Verdict;
import java.util.List;

/**
 * What the gate says.
 *
 * @param reason one sentence with the numbers compared
 * @param criteria what the verdict comes from, one for each row of its table
 */
public record Ruling(Verdict verdict, String reason, List<Criterion> criteria) {

    public Ruling {
        criteria = List.copyOf(criteria);
    }
}
