package io.loanflow.ingestion.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

class FormatsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "-    | -                                   | false",
                "-    | */*                                 | false",
                "-    | application/json                    | false",
                "-    | text/html                           | true",
                "-    | text/html,application/xml;q=0.9,*/* | true",
                "-    | text/*                              | true",
                "-    | application/json,text/html;q=0.5    | false",
                "-    | text/html;q=0.5,application/json    | false",
                "html | application/json                    | true",
                "json | text/html                           | false",
            })
    void theParameterCountsMoreThanTheHeader(String format, String accept, boolean html) {
        assertThat(Formats.wants(MediaType.TEXT_HTML, format, accept)).isEqualTo(html);
    }
}
