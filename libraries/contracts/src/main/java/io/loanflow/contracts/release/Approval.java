package io.loanflow.contracts.release;

/**
 * A person's word on a version that waits for it: {@code {"name": "Ada", "reason": "figures seen"}}.
 *
 * @param name of the person; it is kept with the version, and proves nothing where nobody logs in
 * @param reason for whoever asks later
 */
public record Approval(String name, String reason) {}
