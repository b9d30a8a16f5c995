package io.loanflow.ingestion.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuarantineCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uFF1D1"})
    void whatASpreadsheetWouldWorkOutBeginsWithAnApostrophe(String text) {
        assertThat(QuarantineCsv.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "144.0,male", "a=b", " ", "is \"x\""})
    void otherTextStaysAsItIs(String text) {
        assertThat(QuarantineCsv.harmless(text)).isEqualTo(text);
    }
}
