package io.loanflow.serving.champion;

import java.util.List;

/** This service does not serve a data set of that name. */
public final class UnknownDatasetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownDatasetException(List<String> served) {
        super("no data set of this name is served here; there "
                + (served.size() == 1 ? "is " : "are ")
                + String.join(", ", served));
    }
}
