package io.loanflow.tracking;

import org.jspecify.annotations.Nullable;

/** A file is there, but not what it should be: asking again will not help. */
public class DamagedArtifactException extends TrackingException {

    private static final long serialVersionUID = 1;

    DamagedArtifactException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
