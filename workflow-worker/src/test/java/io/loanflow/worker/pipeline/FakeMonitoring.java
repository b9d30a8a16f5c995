package io.loanflow.worker.pipeline;

import io.loanflow.contracts.monitoring.FirstDecisions;
import io.loanflow.contracts.monitoring.FirstDecisionsRequest;
import io.loanflow.contracts.monitoring.FollowUp;
import io.loanflow.contracts.monitoring.FollowUpConclusion;
import io.loanflow.contracts.monitoring.FollowUpRequest;
import io.loanflow.contracts.monitoring.FollowUpVerdict;
import io.loanflow.contracts.monitoring.JudgedWindowRef;
import io.loanflow.contracts.monitoring.JudgementRequest;
import io.loanflow.contracts.monitoring.JudgementResult;
import io.loanflow.contracts.monitoring.MonitoringActivities;
import io.loanflow.contracts.monitoring.ScoreDrift;
import io.loanflow.contracts.release.LedgerHead;
import io.loanflow.contracts.release.ReleaseEvent;
import io.loanflow.contracts.release.ReleaseLedgerActivities;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** The monitoring service without its work: one window in alarm, and a retraining that follows, unless a test said otherwise. */
final class FakeMonitoring implements MonitoringActivities, ReleaseLedgerActivities {

    static final FollowUp RETRAIN = new FollowUp(
            5,
            FollowUpVerdict.RETRAIN,
            "Window 9 of version 2 raised an alarm in score. A retraining begins, with 700 new outcomes.",
            List.of(9L),
            700);
    static final FollowUp NOTHING = new FollowUp(0, FollowUpVerdict.NO_ALARM, "No alarm.", List.of(), 0);

    private static final JudgedWindowRef WINDOW = new JudgedWindowRef(
            9,
            2,
            Instant.parse("2026-05-03T00:00:00Z"),
            Instant.parse("2026-05-04T00:00:00Z"),
            1200,
            "ALARM",
            List.of("score"));

    private final FakeServices services;
    private final List<FollowUpConclusion> conclusions = new CopyOnWriteArrayList<>();
    private final List<ReleaseEvent> ledger = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> atEntries = new ConcurrentLinkedQueue<>();
    private volatile FollowUp followUp = RETRAIN;
    private volatile FirstDecisions firstDecisions =
            new FirstDecisions(100, new ScoreDrift(0.01, 0.4, 0.001, false), null);

    FakeMonitoring(FakeServices services) {
        this.services = services;
    }

    void answer(FollowUp answer) {
        followUp = answer;
    }

    /** What the ledger remembers. */
    List<ReleaseEvent> ledger() {
        return ledger;
    }

    /** The next happening finds the ledger in this state first; told more than once, the happenings take turns. */
    void onNextEntry(Runnable instruction) {
        atEntries.add(instruction);
    }

    @Override
    public LedgerHead remember(ReleaseEvent event) {
        Runnable instruction = atEntries.poll();
        if (instruction != null) {
            instruction.run();
        }
        ledger.add(event);
        return new LedgerHead(ledger.size(), "hash");
    }

    /** What is said of the score of first decisions from now on. */
    void answerFirstDecisions(FirstDecisions answer) {
        firstDecisions = answer;
    }

    @Override
    public FirstDecisions judgeFirstDecisions(FirstDecisionsRequest request) {
        return services.did("judgeFirstDecisions", () -> firstDecisions);
    }

    List<FollowUpConclusion> conclusions() {
        return conclusions;
    }

    @Override
    public JudgementResult judgeWindows(JudgementRequest request) {
        return services.did("judgeWindows", () -> new JudgementResult(List.of(WINDOW)));
    }

    @Override
    public FollowUp decideFollowUp(FollowUpRequest request) {
        return services.did("decideFollowUp", () -> followUp);
    }

    @Override
    public void concludeFollowUp(FollowUpConclusion conclusion) {
        services.did("concludeFollowUp", () -> conclusions.add(conclusion));
    }
}
