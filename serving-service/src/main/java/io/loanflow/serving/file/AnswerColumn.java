package io.loanflow.serving.file;

import io.loanflow.serving.prediction.WantedReasons;
import java.util.ArrayList;
import java.util.List;

/** What is written behind the columns of a file. */
public enum AnswerColumn {
    /** The definition's name for the label that the model decides; text. */
    DECISION("decision"),
    /** Of the positive label, from 0 to 1, to its last bit. */
    PROBABILITY("probability"),
    /** Where rows are recorded as decisions: by which this one can be looked up; text. */
    DECISION_ID("decision_id"),
    /** Of a negative decision, as JSON; text. */
    REASONS("reasons"),
    /** Of each column, as JSON; text. */
    CONTRIBUTIONS("contributions"),
    /** What is wrong with the row, which then has none of the others; text. */
    ERROR("error");

    private final String label;

    AnswerColumn(String label) {
        this.label = label;
    }

    /** Its name in the file. */
    public String label() {
        return label;
    }

    /** Those that an answer has. */
    static List<AnswerColumn> of(WantedReasons wanted, boolean recorded) {
        List<AnswerColumn> columns = new ArrayList<>(List.of(DECISION, PROBABILITY));
        if (recorded) {
            columns.add(DECISION_ID);
        }
        if (wanted.most() > 0) {
            columns.add(REASONS);
        }
        if (wanted.contributions()) {
            columns.add(CONTRIBUTIONS);
        }
        columns.add(ERROR);
        return columns;
    }
}
