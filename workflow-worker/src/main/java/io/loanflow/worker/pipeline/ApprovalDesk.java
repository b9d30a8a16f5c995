package io.loanflow.worker.pipeline;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.ApprovalPolicy;
import io.loanflow.contracts.release.ApprovalRecord;
import io.loanflow.contracts.release.AwaitedApproval;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.RulingDetails;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a release waits for a person's word on its version. */
final class ApprovalDesk {

    private static final int LONGEST = 1000;

    private @Nullable AwaitedApproval awaited;
    private @Nullable Answer answer;

    /**
     * What a person said, or nobody in time.
     *
     * @param given null where the deadline passed
     */
    record Answer(boolean approved, @Nullable Approval given) {

        /** Why a version that is not approved stays out of service. */
        String refusal() {
            return given == null ? "nobody approved it in time" : given.name() + " rejected it: " + given.reason();
        }
    }

    /** What is waited for; null where nobody is. */
    @Nullable
    AwaitedApproval awaited() {
        return awaited;
    }

    /** What a person said last; null where nobody has said anything. */
    @Nullable
    Approval word() {
        return answer == null ? null : answer.given();
    }

    /** Of a version that passed the gate. */
    static AwaitedApproval wanted(PromotionResult ruling, ApprovalPolicy policy, @Nullable String startedBy) {
        RulingDetails details = ruling.details();
        return new AwaitedApproval(
                Objects.requireNonNull(ruling.champion()),
                ruling.former(),
                ruling.reason(),
                details == null ? null : details.page(),
                startedBy,
                policy.fourEyes(),
                now().plus(Duration.ofHours(policy.deadlineHours())));
    }

    /** For people who look at the release. */
    static String line(AwaitedApproval wanted, String workflowId) {
        return "version " + wanted.version().version() + " waits for approval until "
                + wanted.until().truncatedTo(ChronoUnit.MINUTES) + ": loanflow approve " + workflowId
                + ", or loanflow reject; in Temporal's UI the updates approve and reject of that workflow, with"
                + " {\"name\": \"…\", \"reason\": \"…\"}";
    }

    /** Waits for a person, and has it written down who said yes. */
    Answer await(AwaitedApproval wanted) {
        awaited = wanted;
        answer = null;
        Workflow.await(Duration.between(now(), wanted.until()), () -> answer != null);
        Answer given = answer == null ? new Answer(false, null) : answer;
        awaited = null;
        if (given.approved() && given.given() != null) {
            RegistrySteps.recordApproval(new ApprovalRecord(wanted.version(), given.given(), now()));
        }
        return given;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }

    /** @throws ApplicationFailure where nobody is waited for, or this person may not say so */
    void validate(@Nullable Approval word, boolean approves) {
        AwaitedApproval open = awaited;
        if (open == null || answer != null) {
            throw refused("The release waits for nobody's approval" + (answer == null ? "" : " any more") + ".");
        }
        require("name", word == null ? null : word.name());
        require("reason", word == null ? null : word.reason());
        if (approves && open.fourEyes() && word != null && word.name().strip().equalsIgnoreCase(open.startedBy())) {
            throw refused(word.name().strip() + " started this release, and release.four-eyes in training.yaml asks for"
                    + " another person's approval.");
        }
    }

    /** @return what was waited for */
    AwaitedApproval take(Approval word, boolean approves) {
        AwaitedApproval open = awaited;
        if (open == null) {
            throw refused("The release waits for nobody's approval any more.");
        }
        answer = new Answer(
                approves, new Approval(word.name().strip(), word.reason().strip()));
        return open;
    }

    private static void require(String property, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            throw refused("The update's property " + property + " must be a text of at most " + LONGEST
                    + " characters, as in {\"name\": \"Ada\", \"reason\": \"figures seen\"}.");
        }
    }

    private static ApplicationFailure refused(String why) {
        return ApplicationFailure.newNonRetryableFailure(why, FailureTypes.SETTINGS_INVALID);
    }
}
