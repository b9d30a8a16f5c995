package io.loanflow.monitoring.page;

import io.loanflow.contracts.monitoring.FollowUpVerdict;
import io.loanflow.monitoring.followup.KeptFollowUp;
import io.loanflow.web.page.Addresses;
import io.loanflow.web.page.Texts;
import java.util.List;
import java.util.Objects;

/**
 * What followed from alarms, in words.
 *
 * @param workflow that learns anew, else the look that decided
 * @param address of its page; empty where Temporal's UI is not known
 * @param conclusion what came of it; empty where nothing has yet
 * @param releases where the version that came of it is released; empty where none can have come of it
 */
record FollowUpView(
        String at,
        String verdict,
        String colour,
        String reason,
        List<Long> windows,
        String workflow,
        String address,
        String conclusion,
        String releases) {

    static FollowUpView of(KeptFollowUp followUp, Addresses addresses) {
        boolean retrains = followUp.verdict() == FollowUpVerdict.RETRAIN;
        String workflow = Objects.requireNonNullElse(followUp.pipelineId(), followUp.workflowId());
        return new FollowUpView(
                Texts.time(followUp.decidedAt()),
                verdict(followUp),
                colour(followUp),
                followUp.reason(),
                followUp.windows(),
                workflow,
                addresses.workflow(workflow).orElse(""),
                Objects.requireNonNullElse(followUp.conclusion(), ""),
                retrains && followUp.concludedAt() != null ? "/releases?dataset=" + followUp.dataset() : "");
    }

    static String verdict(KeptFollowUp followUp) {
        return switch (followUp.verdict()) {
            case NO_ALARM -> "Nothing";
            case OFF -> "Nothing: switched off";
            case COOLING_DOWN -> "Waits: one was a short while ago";
            case BUDGET_SPENT -> "Waits: the week's are used up";
            case FEW_ROWS -> "Waits for outcomes";
            case PROPOSED -> "A retraining is proposed";
            case RETRAIN -> followUp.concludedAt() == null ? "It is being retrained" : "It was retrained";
        };
    }

    private static String colour(KeptFollowUp followUp) {
        return switch (followUp.verdict()) {
            case NO_ALARM, OFF, COOLING_DOWN, BUDGET_SPENT, FEW_ROWS, PROPOSED -> "warn";
            case RETRAIN -> "info";
        };
    }
}
