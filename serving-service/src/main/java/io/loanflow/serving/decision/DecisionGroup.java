package io.loanflow.serving.decision;

/**
 * Decisions that one statement stores.
 *
 * @param segment file of the journal that they lie in
 * @param dataset whose rows were decided about
 * @param definitionDigest of the definition that they were made with
 */
record DecisionGroup(String segment, String dataset, String definitionDigest) {}
