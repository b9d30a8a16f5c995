package io.loanflow.preprocessing.fit;

import io.loanflow.preprocessing.spool.RankedValue;
import io.loanflow.preprocessing.spool.RowSpool;

/** The exact median of a spooled column in bounded memory. */
final class Median {

    private Median() {}

    /** The middle value, or halfway between the two middle ones; missing values do not count. */
    static double of(RowSpool rows, int column, long values) {
        double upper = RankedValue.of(rows, column, values / 2);
        return values % 2 == 1 ? upper : RankedValue.of(rows, column, values / 2 - 1) / 2 + upper / 2;
    }
}
