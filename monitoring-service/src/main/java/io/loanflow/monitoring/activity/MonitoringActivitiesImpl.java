package io.loanflow.monitoring.activity;

import io.loanflow.contracts.execution.ActivityHeartbeat;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.monitoring.FirstDecisions;
import io.loanflow.contracts.monitoring.FirstDecisionsRequest;
import io.loanflow.contracts.monitoring.FollowUp;
import io.loanflow.contracts.monitoring.FollowUpConclusion;
import io.loanflow.contracts.monitoring.FollowUpRequest;
import io.loanflow.contracts.monitoring.JudgedWindowRef;
import io.loanflow.contracts.monitoring.JudgementRequest;
import io.loanflow.contracts.monitoring.JudgementResult;
import io.loanflow.contracts.monitoring.MonitoringActivities;
import io.loanflow.monitoring.followup.FollowUpDesk;
import io.loanflow.monitoring.followup.FollowUpLedger;
import io.loanflow.monitoring.judgement.FirstDecisionsJudge;
import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.WindowReport;
import io.loanflow.monitoring.notice.WindowNotices;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Judges windows for a workflow, and decides what follows. */
@Component
@ActivityImpl(taskQueues = TaskQueues.MONITORING)
public class MonitoringActivitiesImpl implements MonitoringActivities {

    private final WindowNotices notices;
    private final FollowUpDesk desk;
    private final FollowUpLedger followUps;
    private final FirstDecisionsJudge firstDecisions;

    public MonitoringActivitiesImpl(
            WindowNotices notices, FollowUpDesk desk, FollowUpLedger followUps, FirstDecisionsJudge firstDecisions) {
        this.notices = notices;
        this.desk = desk;
        this.followUps = followUps;
        this.firstDecisions = firstDecisions;
    }

    @Override
    public FollowUp decideFollowUp(FollowUpRequest request) {
        return Failures.KNOWN.during(() -> desk.decide(request));
    }

    @Override
    public void concludeFollowUp(FollowUpConclusion conclusion) {
        Failures.KNOWN.during(() -> followUps.conclude(conclusion));
    }

    @Override
    public FirstDecisions judgeFirstDecisions(FirstDecisionsRequest request) {
        return Failures.KNOWN.during(
                () -> ActivityHeartbeat.saying("judges the first decisions", () -> firstDecisions.judge(request)));
    }

    @Override
    public JudgementResult judgeWindows(JudgementRequest request) {
        return Failures.KNOWN.during(() -> ActivityHeartbeat.saying(
                "judges windows",
                () -> new JudgementResult(notices.look(request.dataset()).stream()
                        .map(MonitoringActivitiesImpl::reference)
                        .toList())));
    }

    private static JudgedWindowRef reference(JudgedWindow window) {
        WindowReport report = window.report();
        return new JudgedWindowRef(
                window.id(),
                report.version(),
                report.from(),
                report.to(),
                report.decisions(),
                report.state().name(),
                report.alarms());
    }
}
