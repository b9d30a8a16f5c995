package io.loanflow.monitoring.outcome;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.monitoring.decision.DecisionScan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes outcomes: all of what is sent, or nothing. The same again changes nothing. */
@Component
public class OutcomeRecording {

    /** Decisions in a statement. */
    private static final int BATCH = 500;

    /** Of whoever loses where the server finds two in a circle. */
    private static final int ATTEMPTS = 5;

    /** Clocks differ. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final DatasetCatalog catalog;
    private final DecisionScan scan;
    private final DecidedRecords decisions;
    private final OutcomeTable table;
    private final TransactionTemplate transactions;

    OutcomeRecording(
            DatasetCatalog catalog,
            DecisionScan scan,
            DecidedRecords decisions,
            OutcomeTable table,
            PlatformTransactionManager transactions) {
        this.catalog = catalog;
        this.scan = scan;
        this.decisions = decisions;
        this.table = table;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Takes outcomes of one data set's decisions.
     *
     * @throws OutcomesRefusedException naming each that cannot be taken
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException if there is no such data set
     */
    public OutcomesTaken record(String dataset, List<Outcome> outcomes) {
        DatasetDefinition definition = catalog.definition(dataset);
        Map<String, DecidedRecord> decided = decided(definition, outcomes);
        List<OutcomeProblem> problems = problems(definition, outcomes, decided);
        if (!problems.isEmpty()) {
            throw new OutcomesRefusedException(problems);
        }
        // In one order, so that two who say the same at once wait for each other and not in a circle.
        List<Outcome> ordered = outcomes.stream()
                .sorted(Comparator.comparing(Outcome::decisionId))
                .toList();
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(status -> write(dataset, ordered, decided)));
            } catch (PessimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private OutcomesTaken write(String dataset, List<Outcome> outcomes, Map<String, DecidedRecord> decided) {
        OutcomesTaken sum = new OutcomesTaken(0, 0, 0, 0);
        for (int from = 0; from < outcomes.size(); from += BATCH) {
            OutcomeBatch batch = new OutcomeBatch(outcomes.subList(from, Math.min(outcomes.size(), from + BATCH)));
            batch.compare(table.said(batch.ids()));
            sum = batch.taken(sum, table.add(dataset, batch.fresh(), decided));
        }
        return sum;
    }

    private Map<String, DecidedRecord> decided(DatasetDefinition definition, List<Outcome> outcomes) {
        Map<String, DecidedRecord> decided = new HashMap<>();
        if (!scan.hasDecisions(definition.name())) {
            return decided;
        }
        List<String> ids = outcomes.stream().map(Outcome::decisionId).distinct().toList();
        for (int from = 0; from < ids.size(); from += BATCH) {
            decided.putAll(decisions.find(definition, ids.subList(from, Math.min(ids.size(), from + BATCH))));
        }
        return decided;
    }

    private static List<OutcomeProblem> problems(
            DatasetDefinition definition, List<Outcome> outcomes, Map<String, DecidedRecord> decided) {
        Instant latest = Clock.systemUTC().instant().plus(SLACK);
        List<OutcomeProblem> problems = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            DecidedRecord decision = decided.get(outcome.decisionId());
            if (decision == null) {
                problems.add(new OutcomeProblem(
                        outcome.place() + "/decisionId",
                        "is no decision about data set " + definition.name()
                                + " that is stored; a fresh one is after some seconds"));
            } else if (outcome.observedAt().isBefore(decision.decidedAt().minus(SLACK))) {
                problems.add(new OutcomeProblem(
                        outcome.place() + "/observedAt", "is before the decision, of " + decision.decidedAt()));
            }
            if (!definition.target().allows(outcome.label())) {
                problems.add(new OutcomeProblem(
                        outcome.place() + "/label",
                        "must be " + definition.target().allowed()));
            }
            if (outcome.observedAt().isAfter(latest)) {
                problems.add(new OutcomeProblem(outcome.place() + "/observedAt", "lies in the future"));
            }
        }
        return problems;
    }
}
