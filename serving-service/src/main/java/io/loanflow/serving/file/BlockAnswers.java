package io.loanflow.serving.file;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to the rows of a block.
 *
 * @param probabilities NaN where there is none
 * @param texts of each other column, by row; null where there is none
 */
// The arrays are the point; answers are never compared.
@SuppressWarnings("ArrayRecordComponent")
record BlockAnswers(double[] probabilities, Map<AnswerColumn, @Nullable String[]> texts) {

    static BlockAnswers of(int rows, Iterable<AnswerColumn> columns) {
        Map<AnswerColumn, @Nullable String[]> texts = new EnumMap<>(AnswerColumn.class);
        for (AnswerColumn column : columns) {
            if (column != AnswerColumn.PROBABILITY) {
                texts.put(column, new @Nullable String[rows]);
            }
        }
        double[] probabilities = new double[rows];
        Arrays.fill(probabilities, Double.NaN);
        return new BlockAnswers(probabilities, texts);
    }

    /** Does nothing where the answer has no such column. */
    void put(AnswerColumn column, int row, @Nullable String text) {
        @Nullable String[] values = texts.get(column);
        if (values != null) {
            values[row] = text;
        }
    }
}
