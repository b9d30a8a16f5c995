package io.loanflow.worker.temporal;

/** Something that the Temporal server must have before pipelines run well; applying it again changes nothing. */
interface ServerSetup {

    /** @throws RuntimeException if the server does not answer or refuses; tried again later */
    void apply();
}
