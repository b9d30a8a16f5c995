package io.loanflow.monitoring.page;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.monitoring.decision.StoredDecision;
import io.loanflow.web.page.Texts;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A decision in a list.
 *
 * @param decision the definition's name of the label, or the label where no definition is known
 * @param colour good of the positive label, bad of the other
 */
record DecisionLine(
        String id,
        String dataset,
        String at,
        int version,
        String decision,
        String colour,
        String probability,
        String threshold,
        boolean shadow) {

    static DecisionLine of(StoredDecision decision, Optional<DatasetDefinition> definition) {
        boolean positive = decision.probability() >= decision.threshold();
        return new DecisionLine(
                decision.id(),
                decision.dataset(),
                decision.decidedAt().truncatedTo(ChronoUnit.MILLIS).toString(),
                decision.version(),
                definition
                        .map(known -> positive ? known.positiveName() : known.negativeName())
                        .orElse(decision.label()),
                positive ? "good" : "bad",
                Texts.figure(decision.probability()),
                Texts.figure(decision.threshold()),
                decision.shadow());
    }
}
