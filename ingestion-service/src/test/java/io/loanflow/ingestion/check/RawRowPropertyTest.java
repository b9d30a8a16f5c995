package io.loanflow.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class RawRowPropertyTest {

    /** Whatever stands in a field, the row set aside is the one in the file, and those around it are not touched. */
    @Property
    void aRowThatIsSetAsideIsKeptAsItStandsInTheFile(@ForAll @Size(3) List<@From("fields") String> fields) {
        String raw = fields.stream().map(RawRowPropertyTest::quoted).collect(Collectors.joining(",")) + ",maybe";

        CollectedRows rows = Songs.rows(Songs.HEADER + Songs.ROW + raw + "\n" + Songs.ROW);

        assertThat(rows.accepted()).hasSize(2).allMatch(row -> row.equals(List.of("120.5", "7", "pop", "yes")));
        assertThat(rows.quarantined())
                .singleElement()
                .extracting(QuarantinedRow::raw)
                .isEqualTo(raw);
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("\",\r\n;' a1.\u00e9\u20ac").ofMaxLength(20),
                Arbitraries.strings().excludeChars('\0').ofMaxLength(10).filter(RawRowPropertyTest::isEncodable));
    }

    private static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
