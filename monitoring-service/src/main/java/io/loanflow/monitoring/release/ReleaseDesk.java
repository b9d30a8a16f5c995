package io.loanflow.monitoring.release;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.pipeline.WaitingReleases;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.Rollback;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.WaitingRelease;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells releases what people say. Temporal refuses what the release does not take. */
@Component
public class ReleaseDesk {

    private final WorkflowClient temporal;
    private final WaitingReleases releases;

    ReleaseDesk(WorkflowClient temporal) {
        this.temporal = temporal;
        releases = new WaitingReleases(temporal);
    }

    /**
     * Those of a data set that wait, the newest first.
     *
     * @param dataset a name that the catalogue has
     */
    public List<WaitingRelease> waiting(String dataset) {
        return releases.of(dataset);
    }

    /**
     * Says a person's word.
     *
     * @param workflowId of one of those that wait
     * @throws WordRefusedException with the reason, where the release does not take it
     */
    public void say(String dataset, String workflowId, boolean yes, Approval word) {
        WaitingRelease waiting = releases.of(dataset).stream()
                .filter(release -> release.release().workflowId().equals(workflowId))
                .findFirst()
                .orElseThrow(() -> new WordRefusedException("This release waits for nobody any more."));
        releases.say(waiting.release(), yes, word).ifPresent(refusal -> {
            throw new WordRefusedException(refusal);
        });
    }

    /**
     * Takes the version in service out of it for good.
     *
     * @return id of the workflow that does it
     */
    public String rollBack(RollbackRequest request) {
        String id = "rollback-" + request.dataset() + "-" + UUID.randomUUID();
        Rollback rollback = temporal.newWorkflowStub(
                Rollback.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(TaskQueues.PIPELINE)
                        .setWorkflowId(id)
                        .setStaticSummary("Data set " + request.dataset() + ", from the page of releases")
                        .build());
        var unused = WorkflowClient.start(rollback::rollback, request);
        return id;
    }
}
