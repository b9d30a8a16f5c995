package io.loanflow.training.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.featurebatches.Part;
import io.loanflow.tracking.ModelFacts;
import io.loanflow.tracking.ModelFolder;
import io.loanflow.tracking.SelfTest;
import io.loanflow.tracking.Uncalibrated;
import io.loanflow.training.fixture.EncodedTable;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.forest.ForestGrower;
import io.loanflow.training.forest.ForestParameters;
import io.loanflow.training.forest.GrownForest;
import io.loanflow.training.forest.TargetLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class RegisteredForestTest {

    private static final EncodedTable TABLE =
            EncodedTable.of(LoanTable.generated(1500, 5), PreprocessingSettings.DEFAULTS);
    private static final GrownForest FOREST = new ForestGrower(2)
            .grow(
                    TABLE.part(Part.TRAIN),
                    TargetLabels.of(TABLE.definition()),
                    ForestParameters.GENERAL.with(TrainingSettings.of(4, 1)),
                    "a test",
                    trees -> {});

    @Test
    void scoresItsOwnRowsAsTheyAre() throws NotComparableException {
        assertThat(registered(FOREST.protobuf()).score(TABLE.part(Part.TEST), TABLE.encoder()))
                .isEqualTo(scores());
    }

    @Test
    void scoresRowsOfAnotherEncoderAsIfItHadEncodedThem() throws NotComparableException {
        EncodedTable other = encodedWith(TABLE.encoder().encodings().stream()
                .map(RegisteredForestTest::turnedAround)
                .toList());
        assertThat(Arrays.deepEquals(
                        other.part(Part.TEST).columns(), TABLE.part(Part.TEST).columns()))
                .isFalse();
        assertThat(registered(FOREST.protobuf()).score(other.part(Part.TEST), other.encoder()))
                .isEqualTo(scores());
    }

    @Test
    void rowsThatLackAColumnCannotBeScored() {
        List<ColumnEncoding> encodings = new ArrayList<>(TABLE.encoder().encodings());
        encodings.removeIf(encoding -> encoding.column().equals("loan_amnt"));
        FeatureEncoder encoder = new FeatureEncoder(encodings);
        assertThatThrownBy(() -> registered(FOREST.protobuf()).score(TABLE.part(Part.TEST), encoder))
                .isInstanceOf(NotComparableException.class)
                .hasMessage("it needs the numbers of column loan_amnt, which the rows do not have");
    }

    @Test
    void damagedBytesAreSaidToBeDamaged() {
        assertThatThrownBy(() -> registered(new byte[] {1, 2, 3}))
                .isInstanceOf(NotComparableException.class)
                .hasMessage("its forest.pb is damaged");
    }

    private static double[] scores() {
        return FOREST.flat()
                .scoreColumns(TABLE.part(Part.TEST).columns(), TABLE.test().size());
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

    private static EncodedTable encodedWith(List<ColumnEncoding> encodings) {
        return new EncodedTable(
                TABLE.definition(),
                new FeatureEncoder(encodings),
                FeatureSchema.of(TABLE.definition(), new FeatureEncoder(encodings)),
                TABLE.train(),
                TABLE.test());
    }

    private static RegisteredForest registered(byte[] forest) throws NotComparableException {
        return RegisteredForest.of(new ModelFolder(
                forest,
                TABLE.encoder(),
                new DatasetCatalog(LoanTable.DIRECTORY).text("loan"),
                new SelfTest(JsonNodeFactory.instance.objectNode(), 0.5, "1"),
                new ModelFacts("loan", DataOrigin.FILE, new Uncalibrated(), 0.5, "ab", "cd")));
    }
}
