package io.loanflow.datasettables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowEncoderTest {

    @Test
    void valuesStandBetweenTabsAfterTheRowNumber() throws IOException {
        assertThat(encoded("21.5", "RENT", "-3")).isEqualTo("7\t21.5\tRENT\t-3\n");
    }

    @Test
    void aMissingValueIsNotTheTextThatLooksLikeIt() throws IOException {
        assertThat(encoded(null, "\\N", "")).isEqualTo("7\t\\N\t\\\\N\t\n");
    }

    @Test
    void whatSeparatesIsEscaped() throws IOException {
        assertThat(encoded("a\tb", "c\nd", "e\\f")).isEqualTo("7\ta\\\tb\tc\\\nd\te\\\\f\n");
    }

    @Test
    void charactersOfAnyLengthAreUtf8() throws IOException {
        assertThat(encoded("Straße", "日本\t", "a😀b")).isEqualTo("7\tStraße\t日本\\\t\ta😀b\n");
    }

    @Test
    void aValueLongerThanTheBufferFits() throws IOException {
        String tabs = "\t".repeat(5000);

        assertThat(encoded(tabs, "x".repeat(9000)))
                .isEqualTo("7\t" + "\\\t".repeat(5000) + "\t" + "x".repeat(9000) + "\n");
    }

    @Test
    void rowsFollowEachOther() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        RowEncoder encoder = new RowEncoder(output);

        encoder.write(1, new String[] {"a"});
        encoder.write(12, new String[] {"b"});

        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("1\ta\n12\tb\n");
    }

    private static String encoded(@Nullable String... values) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new RowEncoder(output).write(7, values);
        return output.toString(StandardCharsets.UTF_8);
    }
}
