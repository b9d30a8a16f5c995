package io.loanflow.monitoring.activity;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.monitoring.JudgedWindowRef;
import io.loanflow.contracts.monitoring.JudgementRequest;
import io.loanflow.contracts.monitoring.JudgementResult;
import io.loanflow.contracts.monitoring.MonitoringActivities;
import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.WindowReport;
import io.loanflow.monitoring.notice.WindowNotices;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Judges windows for a workflow. */
@Component
@ActivityImpl(taskQueues = TaskQueues.MONITORING)
public class MonitoringActivitiesImpl implements MonitoringActivities {

    private final WindowNotices notices;

    public MonitoringActivitiesImpl(WindowNotices notices) {
        this.notices = notices;
    }

    @Override
    public JudgementResult judgeWindows(JudgementRequest request) {
        return Failures.KNOWN.during(() -> new JudgementResult(notices.look(request.dataset()).stream()
                .map(MonitoringActivitiesImpl::reference)
                .toList()));
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
