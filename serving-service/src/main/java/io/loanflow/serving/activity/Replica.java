package io.loanflow.serving.activity;

import io.loanflow.contracts.execution.TaskQueues;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.client.WorkflowClient;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One process of serving among several. Each has a task queue of its own beside the common one, so that a release can ask every one
 * of them. Temporal knows which live: they ask it for tasks all the time, by a name that is also the name of their own queue.
 */
final class Replica {

    /** A question for tasks is open for a minute at most; who has not asked for longer is gone. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(90);

    private static final String PREFIX = TaskQueues.SERVING + "@";

    private final String name = PREFIX + ManagementFactory.getRuntimeMXBean().getName() + "-"
            + UUID.randomUUID().toString().substring(0, 8);

    /** Its task queue, and its identity as a worker. */
    String name() {
        return name;
    }

    /** Names of all that live, this one among them. */
    List<String> living(WorkflowClient client) {
        Instant oldest = Instant.now().minus(LONGEST_SILENCE);
        Stream<String> others = client
                .getWorkflowServiceStubs()
                .blockingStub()
                .describeTaskQueue(DescribeTaskQueueRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setTaskQueue(TaskQueue.newBuilder().setName(TaskQueues.SERVING))
                        .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
                        .build())
                .getPollersList()
                .stream()
                .filter(poller -> poller.getLastAccessTime().getSeconds() >= oldest.getEpochSecond())
                .map(PollerInfo::getIdentity)
                .filter(identity -> identity.startsWith(PREFIX));
        return Stream.concat(Stream.of(name), others).distinct().sorted().toList();
    }
}
