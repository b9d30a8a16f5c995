package io.loanflow.serving.activity;

import java.util.List;
import java.util.function.Supplier;

/** Names of all replicas that live. */
@FunctionalInterface
public interface LivingReplicas extends Supplier<List<String>> {}
