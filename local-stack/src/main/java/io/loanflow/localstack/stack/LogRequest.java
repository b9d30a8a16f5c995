package io.loanflow.localstack.stack;

/**
 * What somebody wants to see of a log.
 *
 * @param name of what wrote it
 * @param lines before its end
 * @param follow whether to go on showing what is written, until Ctrl-C
 */
public record LogRequest(String name, int lines, boolean follow) {}
