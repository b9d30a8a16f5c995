package io.loanflow.training.parts;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.ActivityTaskStartedEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.WorkflowExecutionHistory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which workers grew the parts of a forest, from the history of the workflow; one entry for each part, its last attempt. */
record PartAttempts(List<ActivityTaskStartedEventAttributes> last) {

    static PartAttempts of(WorkflowExecutionHistory history) {
        Set<Long> parts = history.getEvents().stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
                .filter(event -> event.getActivityTaskScheduledEventAttributes()
                        .getActivityType()
                        .getName()
                        .equals("GrowPart"))
                .map(HistoryEvent::getEventId)
                .collect(Collectors.toSet());
        return new PartAttempts(history.getEvents().stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
                .map(HistoryEvent::getActivityTaskStartedEventAttributes)
                .filter(started -> parts.contains(started.getScheduledEventId()))
                .toList());
    }

    Set<String> workers() {
        return last.stream()
                .map(ActivityTaskStartedEventAttributes::getIdentity)
                .collect(Collectors.toSet());
    }

    List<Integer> attempts() {
        return last.stream()
                .map(ActivityTaskStartedEventAttributes::getAttempt)
                .sorted()
                .toList();
    }
}
