package io.loanflow.contracts.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionTableTest {

    @Test
    void aColumnKeepsItsName() {
        assertThat(DecisionTable.columnFor("credit_score")).isEqualTo("credit_score");
        assertThat(DecisionTable.columnFor("input_weight")).isEqualTo("input_weight");
    }

    @Test
    void noColumnTakesTheNameOfOneOfTheTableOrOfAnother() {
        assertThat(DecisionTable.columnFor("Score")).isEqualTo("input_Score");
        assertThat(DecisionTable.columnFor("input_score")).isEqualTo("input_input_score");
    }
}
