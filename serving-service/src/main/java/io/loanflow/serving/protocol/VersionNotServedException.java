package io.loanflow.serving.protocol;

/** A version is asked that is not the one in service. */
public final class VersionNotServedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    VersionNotServedException(String model, int served) {
        super("this version of " + model + " is not in service; version " + served
                + " is, and an address without a version asks it");
    }
}
