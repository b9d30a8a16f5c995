package io.loanflow.serving.champion;

import io.loanflow.contracts.training.ModelVersionRef;

/** A version is asked that is not the one in service. */
public final class VersionNotServedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param served the one that is */
    public VersionNotServedException(ModelVersionRef served) {
        super("this version of " + served.name() + " is not in service; version " + served.version()
                + " is, and an address without a version asks it");
    }
}
