package io.loanflow.contracts.release;

/**
 * @param reason one sentence with what was seen
 * @param figures Markdown: a row for each limit with what was seen and what it says
 */
public record FirstWindowResult(FirstWindowVerdict verdict, String reason, String figures) {}
