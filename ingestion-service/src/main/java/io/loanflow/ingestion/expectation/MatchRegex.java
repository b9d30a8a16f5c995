package io.loanflow.ingestion.expectation;

import org.apache.commons.validator.routines.RegexValidator;

/** A regular expression is found in the cell as it stands in the file; {@code ^} and {@code $} tie it to the ends. */
final class MatchRegex extends ColumnCondition {

    private final RegexValidator validator;

    /** @throws java.util.regex.PatternSyntaxException if it is not a regular expression */
    MatchRegex(IndexedColumn column, String regex) {
        super(column, "a text in which " + regex + " is found");
        // The validator matches whole texts.
        validator = new RegexValidator("(?s:.*?)(?:" + regex + ")(?s:.*)");
    }

    @Override
    public Verdict judge(Row row) {
        return row.isValid(index) ? of(validator.isValid(row.text(index))) : Verdict.NOT_APPLICABLE;
    }
}
