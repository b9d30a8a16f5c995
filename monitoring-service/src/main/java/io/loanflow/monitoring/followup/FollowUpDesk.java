package io.loanflow.monitoring.followup;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.monitoring.FollowUp;
import io.loanflow.contracts.monitoring.FollowUpRequest;
import io.loanflow.contracts.monitoring.FollowUpVerdict;
import io.loanflow.monitoring.followup.FollowUpLedger.Draft;
import io.loanflow.monitoring.followup.FollowUpLedger.Followed;
import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.WindowLedger;
import io.loanflow.monitoring.outcome.OutcomeTable;
import io.loanflow.monitoring.window.RetrainPolicy;
import io.loanflow.monitoring.window.WatchDefinitionReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Decides what follows from alarms: of the version that decides now, since the last retraining, of the last seven days. */
@Component
public class FollowUpDesk {

    private static final Duration WEEK = Duration.ofDays(7);

    private final DatasetCatalog catalog;
    private final WindowLedger windows;
    private final OutcomeTable outcomes;
    private final FollowUpLedger ledger;

    FollowUpDesk(DatasetCatalog catalog, WindowLedger windows, OutcomeTable outcomes, FollowUpLedger ledger) {
        this.catalog = catalog;
        this.windows = windows;
        this.outcomes = outcomes;
        this.ledger = ledger;
    }

    /** @throws io.loanflow.contracts.dataset.DatasetDefinitionException if there is no such data set, or its policy is wrong */
    public FollowUp decide(FollowUpRequest request) {
        return ledger.of(request.run()).orElseGet(() -> decideNow(request.dataset(), request.run()));
    }

    private FollowUp decideNow(String dataset, PipelineRun run) {
        RetrainPolicy policy = WatchDefinitionReader.read(
                        catalog.directory(dataset).resolve(WatchDefinitionReader.FILE))
                .retrain();
        Instant now = Clock.systemUTC().instant();
        Instant since = ledger.last(dataset)
                .map(Followed::at)
                .filter(last -> last.isAfter(now.minus(WEEK)))
                .orElse(now.minus(WEEK));
        List<JudgedWindow> alarms = windows.alarmsSince(dataset, since).stream()
                .filter(window -> window.report().alarms().stream().anyMatch(policy::counts))
                .toList();
        if (alarms.isEmpty()) {
            return noAlarm("No alarm that asks for anything since " + since.truncatedTo(ChronoUnit.MINUTES) + ".");
        }
        return ledger.keep(draft(new Case(dataset, policy, alarms, now)), run)
                .orElseGet(() -> noAlarm("Another look has decided about the same alarm meanwhile."));
    }

    private static FollowUp noAlarm(String reason) {
        return new FollowUp(0, FollowUpVerdict.NO_ALARM, reason, List.of(), 0);
    }

    private Draft draft(Case open) {
        long labelled = outcomes.labelledDecisions(open.dataset());
        long fresh = labelled
                - ledger.last(open.dataset()).map(Followed::labelledRows).orElse(0L);
        FollowUpVerdict verdict = verdict(open, fresh);
        String reason = open.alarmed() + " " + reason(verdict, open, fresh);
        return new Draft(
                open.dataset(),
                verdict,
                reason,
                open.alarms().stream().map(JudgedWindow::id).toList(),
                labelled,
                fresh);
    }

    private FollowUpVerdict verdict(Case open, long fresh) {
        RetrainPolicy policy = open.policy();
        if (policy.mode() == RetrainPolicy.Mode.OFF) {
            return FollowUpVerdict.OFF;
        }
        boolean cool = ledger.last(open.dataset())
                .map(last -> !last.at().plus(policy.coolDown()).isAfter(open.now()))
                .orElse(true);
        if (!cool) {
            return FollowUpVerdict.COOLING_DOWN;
        }
        if (ledger.retrainingsSince(open.dataset(), open.now().minus(WEEK)) >= policy.budget()) {
            return FollowUpVerdict.BUDGET_SPENT;
        }
        if (fresh < policy.leastNewRows()) {
            return FollowUpVerdict.FEW_ROWS;
        }
        return policy.mode() == RetrainPolicy.Mode.PROPOSE ? FollowUpVerdict.PROPOSED : FollowUpVerdict.RETRAIN;
    }

    private static String reason(FollowUpVerdict verdict, Case open, long fresh) {
        RetrainPolicy policy = open.policy();
        return switch (verdict) {
            case NO_ALARM -> "";
            case OFF -> "Nothing follows: retrain is off in monitoring.yaml.";
            case COOLING_DOWN -> {
                long hours = policy.coolDown().toHours();
                yield "No retraining yet: the last one was less than " + (hours == 1 ? "an hour" : hours + " hours")
                        + " ago.";
            }
            case BUDGET_SPENT -> "No retraining yet: the week's " + policy.budget() + " are used up.";
            case FEW_ROWS ->
                String.format(
                        Locale.ROOT,
                        "No retraining yet: %,d new outcomes are known, %,d are needed.",
                        fresh,
                        policy.leastNewRows());
            case PROPOSED ->
                String.format(
                        Locale.ROOT,
                        "A retraining is proposed, with %,d new outcomes: loanflow run --dataset %s.",
                        fresh,
                        open.dataset());
            case RETRAIN -> String.format(Locale.ROOT, "A retraining begins, with %,d new outcomes.", fresh);
        };
    }

    /** @param alarms at least one, the newest first */
    private record Case(String dataset, RetrainPolicy policy, List<JudgedWindow> alarms, Instant now) {

        String alarmed() {
            JudgedWindow newest = alarms.get(0);
            List<String> columns = newest.report().alarms();
            int shown = Math.min(5, columns.size());
            return "Window " + newest.id() + " of version " + newest.report().version() + " raised an alarm in "
                    + String.join(", ", columns.subList(0, shown))
                    + (columns.size() > shown ? " and " + (columns.size() - shown) + " more" : "") + ".";
        }
    }
}
