package io.loanflow.serving.protocol;

/** Whether a model answers. */
record ModelState(String name, boolean ready) {}
