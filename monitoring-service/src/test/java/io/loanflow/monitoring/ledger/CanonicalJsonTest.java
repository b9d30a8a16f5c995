package io.loanflow.monitoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {

    /** RFC 8785, section 3.2.3. */
    @Test
    void propertiesAreSortedByTheirUtf16Units() {
        assertThat(canonical("""
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}
                """)).isEqualTo("""
                {"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",\
                "€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}""");
    }

    /** RFC 8785, section 3.2.2, without its numbers. */
    @Test
    void onlyWhatMustBeEscapedIs() {
        assertThat(canonical("""
                { "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false] }
                """)).isEqualTo("""
                {"literals":[null,true,false],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}""");
    }

    @Test
    void aNumberWithAFractionIsRefusedWhereverItIs() {
        assertThat(canonical("{\"a\": [1, -9007199254740991]}")).isEqualTo("{\"a\":[1,-9007199254740991]}");
        assertThatThrownBy(() -> canonical("{\"a\": [{\"b\": 1.0}]}")).hasMessageContaining("fraction");
    }

    @Test
    void halfASurrogatePairIsNoText() {
        assertThat(canonical("\"a\\ud83d\"")).isEqualTo("\"a?\"");
    }

    private static String canonical(String json) {
        return CanonicalJson.text(JsonMapper.shared().readTree(json));
    }
}
