package io.loanflow.localstack.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RowsTest {

    private static final JsonNode EXAMPLE =
            JsonMapper.builder().build().readTree("{\"age\": 30, \"home\": \"RENT\", \"grade\": \"1\"}");

    @ParameterizedTest
    @ValueSource(strings = {"[{\"n\":\"é\"}]", "\uFEFF[{\"n\":\"é\"}]"})
    void aByteOrderMarkIsNoPartOfTheText(String text) {
        assertThat(Rows.text(text.getBytes(StandardCharsets.UTF_8))).isEqualTo("[{\"n\":\"é\"}]");
    }

    @Test
    void utf16IsReadByItsMark() {
        assertThat(Rows.text("\uFEFF{\"n\":\"é\"}".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("{\"n\":\"é\"}");
        assertThat(Rows.text("\uFEFF{\"n\":\"é\"}".getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo("{\"n\":\"é\"}");
    }

    @Test
    void anotherEncodingIsNotTakenForOtherTexts() {
        byte[] latin = "home\nM\u00fcnchen\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Rows.text(latin))
                .isInstanceOf(PredictionException.class)
                .hasMessage("The rows are not in UTF-8; save them as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aTableBecomesAnArrayOfWhatTheModelTakes(String separator) {
        String table = "age,home,decision,grade\n31, OWN ,1,1\n,\"RENT\",0,2\nmany,,0,\n".replace(",", separator);

        assertThat(Rows.isCsv(table)).isTrue();
        assertThat(Rows.ofCsv(table, EXAMPLE))
                .isEqualTo(
                        "[{\"age\":31,\"home\":\"OWN\",\"grade\":\"1\"},{\"home\":\"RENT\",\"grade\":\"2\"},{\"age\":\"many\"}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "a,b\n1,2\n", "age,home\n"})
    void whatIsNoTableOfTheModelSaysWhatIsExpected(String text) {
        assertThatThrownBy(() -> Rows.ofCsv(text, EXAMPLE))
                .isInstanceOf(PredictionException.class)
                .hasMessageContaining("age, home, grade");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " [ ]", ""})
    void jsonAndNothingAreNoTable(String text) {
        assertThat(Rows.isCsv(text)).isFalse();
    }
}
