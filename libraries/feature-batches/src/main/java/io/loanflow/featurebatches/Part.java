package io.loanflow.featurebatches;

import java.util.Locale;

/** The two sides of a split. */
public enum Part {
    TRAIN,
    TEST;

    /** How the part is called in keys. */
    String keyName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
