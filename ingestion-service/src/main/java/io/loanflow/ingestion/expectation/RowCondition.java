package io.loanflow.ingestion.expectation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition that holds for a row or does not. Has no state, so that one serves any number of files. */
public interface RowCondition {

    /** What a condition says of a row. */
    enum Verdict {
        MET,
        BROKEN,
        /** The value is missing or is none of its column's type; other expectations speak of that. */
        NOT_APPLICABLE
    }

    Verdict judge(Row row);

    /** Whether every row meets it whose cells are all valid, so that such a row need not be judged. */
    default boolean isMetByCompleteRows() {
        return false;
    }

    /** The columns it is about, at least one. */
    List<String> columns();

    /** What it judges, as it stands in the file. */
    String value(Row row);

    /** What is wrong with that value and how to mend it, as the end of a sentence; null where nothing is known. */
    default @Nullable String flaw(Row row) {
        return null;
    }

    /** One sentence for a row that breaks it: what the value is, and what is allowed. */
    String reason(Row row);
}
