package io.loanflow.localstack.container;

import io.loanflow.localstack.stack.Condition;

/**
 * A container at this moment.
 *
 * @param name of its service, with a number from the second of a service on
 * @param memory as Docker writes it; empty where it is not known
 */
public record ContainerStatus(String name, Condition condition, String memory) {}
