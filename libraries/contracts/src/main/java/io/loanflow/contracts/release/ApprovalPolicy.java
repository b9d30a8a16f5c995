package io.loanflow.contracts.release;

/**
 * Which releases of a data set wait for a person, as {@code release} in its {@code training.yaml} says.
 *
 * @param fourEyes whether whoever started the release may not approve it
 * @param deadlineHours after so many hours without an answer the version is rejected
 */
public record ApprovalPolicy(boolean fourEyes, int deadlineHours) {}
