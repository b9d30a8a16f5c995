package io.loanflow.serving.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testsupport.AccessTable;
import org.junit.jupiter.api.Test;

class AccessTableTest {

    @Test
    void theDocumentSaysWhoMayAskWhat() {
        assertThat(AccessTable.lines(AccessTable.ofDocument("serving-service")))
                .isEqualTo(AccessTable.lines(AccessTable.ofCode("serving")));
    }
}
