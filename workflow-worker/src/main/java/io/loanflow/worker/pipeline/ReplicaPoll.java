package io.loanflow.worker.pipeline;

import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Asks all replicas of serving the same again and again, all at once. */
final class ReplicaPoll<F> {

    /** For so long Temporal names one that has died, and each question to it takes a while. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final Function<String, Promise<F>> question;
    /** When those that did not answer were asked last, milliseconds since the epoch. */
    private final Map<String, Long> silent = new LinkedHashMap<>();

    /** @param question of a replica by its name */
    ReplicaPoll(Function<String, Promise<F>> question) {
        this.question = question;
    }

    /**
     * What those say that live and serve the data set, by their names.
     *
     * @throws ActivityFailure if one of them refuses to, or is not done in time
     */
    Map<String, F> ask() {
        Map<String, Promise<F>> asked = new LinkedHashMap<>();
        for (String replica : ReplicaSteps.replicas()) {
            if (silent.getOrDefault(replica, 0L) + SILENCE.toMillis() <= Workflow.currentTimeMillis()) {
                asked.put(replica, question.apply(replica));
            }
        }
        Map<String, F> answers = new LinkedHashMap<>();
        asked.forEach((replica, answer) -> take(replica, answer, answers));
        return answers;
    }

    private void take(String replica, Promise<F> answer, Map<String, F> answers) {
        try {
            answers.put(replica, answer.get());
        } catch (ActivityFailure failure) {
            if (!Replicas.isGone(failure) && !Replicas.servesOthers(failure)) {
                throw failure;
            }
            silent.put(replica, Workflow.currentTimeMillis());
        }
    }
}
