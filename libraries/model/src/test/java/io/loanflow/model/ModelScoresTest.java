package io.loanflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import io.loanflow.model.fixture.LoanModel;
import io.loanflow.model.row.EncodedRows;
import io.loanflow.model.row.FeatureColumns;
import io.loanflow.model.row.Row;
import io.loanflow.model.row.RowsUnfitException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelScoresTest {

    private static final List<Row> ROWS = LoanModel.rows(700, 5);

    private final Model model = Model.of(LoanModel.folder(1));
    private final double[] oneByOne =
            ROWS.stream().mapToDouble(model::probability).toArray();

    @Test
    void manyRowsAreScoredAsOneByOne() {
        assertThat(model.probabilities(encodedBy(LoanModel.ENCODER))).isEqualTo(oneByOne);
    }

    @Test
    void rowsInOneBlockAreScoredAsOneByOne() {
        assertThat(model.probabilities(ROWS)).isEqualTo(oneByOne);
        assertThat(model.probabilities(List.<Row>of())).isEmpty();
    }

    @Test
    void rowsOfAnotherEncoderAreScoredAsIfTheModelHadEncodedThem() {
        FeatureEncoder other = new FeatureEncoder(LoanModel.ENCODER.encodings().stream()
                .map(ModelScoresTest::turnedAround)
                .toList());

        assertThat(model.probabilities(encodedBy(other))).isEqualTo(oneByOne);
    }

    @Test
    void rowsThatLackAColumnCannotBeScored() {
        List<ColumnEncoding> encodings = new ArrayList<>(LoanModel.ENCODER.encodings());
        encodings.removeIf(encoding -> encoding.column().equals("loan_amnt"));
        FeatureColumns rows = new FeatureColumns(
                new FeatureEncoder(encodings),
                new double[LoanModel.ENCODER.featureNames().size() - 1][1],
                1);

        assertThatThrownBy(() -> model.probabilities(rows))
                .isInstanceOf(RowsUnfitException.class)
                .hasMessage(
                        "the model needs the numbers of column loan_amnt, which the rows do not have; train one on rows"
                                + " like these");
    }

    private static FeatureColumns encodedBy(FeatureEncoder encoder) {
        return new FeatureColumns(encoder, EncodedRows.columns(encoder, ROWS), ROWS.size());
    }

    /** Standardised by powers of two, so that going back is exact; categories in another order. */
    private static ColumnEncoding turnedAround(ColumnEncoding encoding) {
        if (encoding instanceof NumericEncoding numeric) {
            return new NumericEncoding(numeric.column(), numeric.missingValue(), 0, 2);
        }
        if (encoding instanceof OneHotEncoding oneHot) {
            List<String> categories = new ArrayList<>(oneHot.categories());
            Collections.reverse(categories);
            return new OneHotEncoding(oneHot.column(), categories);
        }
        return encoding;
    }
}
