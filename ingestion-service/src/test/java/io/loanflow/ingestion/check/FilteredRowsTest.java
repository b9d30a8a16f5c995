package io.loanflow.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import io.loanflow.ingestion.validation.LeftOut;
import io.loanflow.ingestion.validation.ValidationResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the rows of a file that the definition filters. */
class FilteredRowsTest {

    private static final String HEADER = "id,issued,amount,other,grade,purpose,status\n";
    private static final String FILE = HEADER + """
            1,2015-01-01,100,5,A,car,paid
            2,2015-06-01,200,500,B,house,lost
            3,2016-01-01,300,,C,car,current
            4,2016-06-01,-0.0,0,B,,late
            """;

    private final CollectedRows rows = new CollectedRows();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            status in ("paid", "lost")                          | 1 2
            status not in ("current", "late")                   | 1 2
            status != "current" and status != "late"            | 1 2
            status = "paid" or purpose is missing and id = "2"  | 1
            status = "paid" and issued >= 2015-01-01            | 1
            status = "paid" and issued > 2015-01-01 or id = "2" | 2
            id in ("1", "2") and amount = 100                   | 1
            id in ("1", "2") and grade > "A"                    | 2
            id in ("1", "2") and amount > other                 | 1
            id in ("1", "2") and amount < other                 | 2
            id in ("1", "2") and not amount < 150               | 2
            id in ("1", "2") and purpose is not missing         | 1 2
            status in ("paid", "lost") and not purpose = "car"  | 2
            """)
    void rowsAreKeptOfWhichTheFilterIsTrue(String where, String kept) {
        ValidationResult result = check(where, FILE);

        assertThat(ids()).containsExactly(kept.split(" "));
        assertThat(rows.quarantined()).isEmpty();
        assertThat(rows.leftOut()).isEqualTo(4 - ids().size());
        assertThat(result.meta().leftOut()).isEqualTo(new LeftOut(where, rows.leftOut()));
        assertThat(result.meta().rowsRead()).isEqualTo(4);
        assertThat(result.success()).isTrue();
    }

    @Test
    void aComparisonWithAMissingValueIsUnknownAndARowOfWhichAllIsUnknownIsLeftOut() {
        String file = HEADER + "1,2015-01-01,100,,A,car,paid\n2,2015-01-01,100,7,A,car,paid\n";

        assertThat(kept("other > 5", file)).containsExactly("2");
        assertThat(kept("not other > 5 or other = 7", file)).containsExactly("2");
        assertThat(kept("other != 7 or amount = 100", file)).containsExactly("1", "2");
        assertThat(kept("other is missing or other < 3", file)).containsExactly("1");
        assertThat(kept("not (other > 5 and amount = 1)", file)).containsExactly("1", "2");
        assertThat(kept("amount > other", file)).containsExactly("2");
    }

    @Test
    void aRowIsSetAsideWhereTheFilterTurnsOnAValueThatCannotBeRead() {
        String file = HEADER + """
                1,2015-01-01,a lot,1,A,car,paid
                2,2015-01-01,100,1,A,car, paid
                3,31.12.2015,100,1,A,car,paid
                4,31.12.2015,100,1,A,car,current
                """ + "5,2015-01-01,100,1,A,car,paid\n".repeat(5);

        check("status = \"paid\" and amount < 500 and issued < 2016-01-01", file);

        assertThat(ids()).hasSize(5).containsOnly("5");
        assertThat(rows.quarantined()).extracting(QuarantinedRow::number).containsExactly(1L, 2L, 3L);
        assertThat(rows.quarantined().get(1).problems().get(0).reason()).contains("differs from \"paid\"");
        assertThat(rows.leftOut()).isEqualTo(1);
    }

    @Test
    void whatIsLeftOutIsNotChecked() {
        check("amount <= 1000 and status != \"late\"", HEADER + """
                1,2015-01-01,100,1,A,car,paid
                2,2015-01-01,5000,1,Z,car,paid
                3,2015-01-01,100,1,Z,car,late
                """);

        assertThat(ids()).containsExactly("1");
        assertThat(rows.quarantined()).isEmpty();
        assertThat(rows.leftOut()).isEqualTo(2);
    }

    @Test
    void theLimitOfQuarantineIsAboutTheRowsThatAreKept() {
        String wrong = HEADER + "1,2015-01-01,100,1,Z,car,paid\n2,2015-01-01,100,1,A,car,paid\n"
                + "3,2015-01-01,100,1,A,car,late\n".repeat(50);

        assertThatThrownBy(() -> check("status != \"late\"", wrong))
                .isInstanceOf(RowsRejectedException.class)
                .hasMessageContaining("1 of 2 rows would be set aside (50 %), and at most 40 % may be");
    }

    @Test
    void aFilterThatKeepsNothingIsNamed() {
        assertThatThrownBy(() -> check("amount > 500", FILE))
                .isInstanceOf(RowsRejectedException.class)
                .hasMessage(
                        "loans.csv: rows.where of the definition is true of none of its 4 rows, so that nothing is left"
                                + " to load; it is: amount > 500");
        assertThatThrownBy(() -> check("amount > 500", HEADER)).hasMessageContaining("has a header and no rows");
    }

    @Test
    void recordsThatWereDecidedAboutAreNotFiltered() {
        assertThat(definition("amount > 500").ofDecisions().filter()).isNull();
        assertThat(definition("amount > 500").writtenPlainly().filter()).isNotNull();
    }

    @Test
    void zeroIsOneNumberHoweverItIsWritten() {
        assertThat(kept("other = 0 and status != \"late\"", HEADER + "1,2015-01-01,100,-0.0,A,car,paid\n"))
                .containsExactly("1");
        assertThat(kept("other >= -0 and other = -0.0", HEADER + "1,2015-01-01,100,0,A,car,paid\n"))
                .containsExactly("1");
    }

    private List<String> kept(String where, String file) {
        rows.accepted().clear();
        check(where, file);
        return ids();
    }

    private List<String> ids() {
        return rows.accepted().stream()
                .map(row -> Objects.requireNonNull(row.get(0)))
                .toList();
    }

    private ValidationResult check(String where, String file) {
        DatasetDefinition definition = definition(where);
        try {
            return new FileCheck(definition, ExpectationSuiteReader.read(Path.of("no expectations.yaml"), definition))
                    .run(
                            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                            "loans.csv",
                            rows,
                            read -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatasetDefinition definition(String where) {
        return DatasetDefinitionReader.read("""
                name: loans
                version: 1
                source: {file: loans.csv}
                quarantine-limit: 0.4
                positive-label: paid
                columns:
                  - {name: id, type: identifier}
                  - {name: issued, type: date}
                  - {name: amount, type: integer, range: [0, 1000]}
                  - {name: other, type: real, missing-allowed: true}
                  - {name: grade, type: ordinal, categories: [A, B, C]}
                  - {name: purpose, type: nominal, categories: auto, missing-allowed: true}
                  - {name: status, type: boolean, categories: [lost, paid], role: target}
                rows:
                  where: |-
                    WHERE
                """.replace("WHERE", where), "loans.yaml");
    }
}
