package io.loanflow.localstack.demo;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a client asks about.
 *
 * @param features as serving takes them
 * @param label what really happens
 */
public record DemoRecord(ObjectNode features, String label) {}
