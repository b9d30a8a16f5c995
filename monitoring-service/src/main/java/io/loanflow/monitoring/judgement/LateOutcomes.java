package io.loanflow.monitoring.judgement;

import io.loanflow.monitoring.decision.DecisionSpan;
import io.loanflow.monitoring.model.WatchedModel;
import io.loanflow.monitoring.outcome.OutcomeTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Measures again what came out of windows that were judged before all their outcomes were known. */
@Component
public class LateOutcomes {

    /** An outcome shows once its transaction has ended, with the time at which it was written. */
    private static final Duration LONGEST_RECORDING = Duration.ofMinutes(5);

    private final OutcomeTable outcomes;
    private final WindowLedger ledger;
    private final RealisationLedger realisations;
    private final WindowJudge judge;

    LateOutcomes(OutcomeTable outcomes, WindowLedger ledger, RealisationLedger realisations, WindowJudge judge) {
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.realisations = realisations;
        this.judge = judge;
    }

    /** @param model read only where there is something to measure */
    public void measure(String dataset, int version, Supplier<WatchedModel> model) {
        Instant begin = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        Instant since = realisations.until(dataset, version).orElse(Instant.EPOCH);
        outcomes.decidedOfReceived(dataset, version, since)
                .ifPresent(decided -> ledger.comparedBetween(dataset, version, decided).stream()
                        .filter(window -> outcomes.anyReceived(span(window), since))
                        .forEach(window -> realisations.keep(
                                window.id(),
                                judge.realised(span(window), model.get().definition()))));
        realisations.until(dataset, version, begin.minus(LONGEST_RECORDING));
    }

    private static DecisionSpan span(JudgedWindow window) {
        WindowReport report = window.report();
        return new DecisionSpan(report.dataset(), report.version(), report.from(), report.to());
    }
}
