package io.loanflow.training.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FrequencyEncoding;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.Part;
import io.loanflow.model.row.FeatureColumns;
import io.loanflow.model.row.FeatureDecoder;
import io.loanflow.training.fixture.EncodedTable;
import io.loanflow.training.fixture.LoanTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class TypicalRowTest {

    @Test
    void everyFeatureHasAValueThatItsColumnAllows() {
        EncodedTable table = EncodedTable.of(LoanTable.generated(500, 3), PreprocessingSettings.DEFAULTS);
        ObjectNode row = TypicalRow.of(
                table.definition(), new FeatureDecoder(table.part(Part.TRAIN).encodedBy(table.encoder())));

        assertThat(row.propertyNames())
                .containsExactlyElementsOf(
                        table.definition().features().stream().map(Column::name).toList());
        for (Column column : table.definition().features()) {
            JsonNode value = row.get(column.name());
            assertThat(column.type().isNumeric() ? column.allows(value.asDouble()) : column.allows(value.asString()))
                    .as(column.name())
                    .isTrue();
        }
        assertThat(row.get("credit_score").isIntegralNumber()).isTrue();
        assertThat(row.has("person_gender")).isFalse();
    }

    @Test
    void aColumnOfCategoriesAllTooRareHasTheFirstOfItsDefinition() {
        EncodedTable table = EncodedTable.of(LoanTable.generated(50, 3), PreprocessingSettings.DEFAULTS);
        FeatureEncoder rare = new FeatureEncoder(table.encoder().encodings().stream()
                .map(encoding -> encoding.column().equals("loan_intent")
                        ? new FrequencyEncoding(encoding.column(), List.of())
                        : encoding)
                .toList());
        double[][] columns = new double[rare.featureNames().size()][1];

        Column intent = table.definition().features().stream()
                .filter(column -> column.name().equals("loan_intent"))
                .findFirst()
                .orElseThrow();
        ObjectNode row = TypicalRow.of(table.definition(), new FeatureDecoder(new FeatureColumns(rare, columns, 1)));

        assertThat(row.get("loan_intent").asString())
                .isEqualTo(intent.categories().get(0));
    }
}
