package io.loanflow.contracts.execution;

/** Names of the Temporal task queues: one for each service, since activities run where their work is owned. */
public final class TaskQueues {

    public static final String PIPELINE = "pipeline";
    public static final String INGESTION = "ingestion";
    public static final String PREPROCESSING = "preprocessing";
    public static final String TRAINING = "training";
    /** Of the training service too: a change of the registry takes seconds and never waits behind a training. */
    public static final String REGISTRY = "registry";

    public static final String SERVING = "serving";
    public static final String MONITORING = "monitoring";

    private TaskQueues() {}
}
