package io.loanflow.monitoring.outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some outcomes beside what was said of the same decisions before. */
final class OutcomeBatch {

    private final List<Outcome> outcomes;
    private final List<Outcome> fresh = new ArrayList<>();
    private int corrections;
    private int outdated;

    OutcomeBatch(List<Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    /** A thing that was said of a decision. */
    record Said(String label, Instant observedAt) {}

    List<String> ids() {
        return outcomes.stream().map(Outcome::decisionId).distinct().toList();
    }

    /** @param before by decision, the latest last */
    void compare(Map<String, List<Said>> before) {
        Map<String, List<Said>> lines = new HashMap<>(before);
        for (Outcome outcome : outcomes) {
            List<Said> said = lines.computeIfAbsent(outcome.decisionId(), id -> new ArrayList<>());
            Said now = new Said(outcome.label(), outcome.observedAt());
            if (!said.contains(now)) {
                corrections += said.isEmpty() ? 0 : 1;
                said.add(now);
                fresh.add(outcome);
            } else if (!said.get(said.size() - 1).equals(now)) {
                outdated++;
            }
        }
    }

    /** Those that were never said, in their order. */
    List<Outcome> fresh() {
        return fresh;
    }

    /** @param written those of {@link #fresh} that nobody else said at the same time */
    OutcomesTaken taken(OutcomesTaken before, int written) {
        return new OutcomesTaken(
                before.recorded() + written,
                before.corrections() + Math.min(corrections, written),
                before.known() + outcomes.size() - written,
                before.outdated() + outdated);
    }
}
