package io.loanflow.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.RowTest.All;
import io.loanflow.contracts.dataset.RowTest.AmongNumbers;
import io.loanflow.contracts.dataset.RowTest.AmongTexts;
import io.loanflow.contracts.dataset.RowTest.Any;
import io.loanflow.contracts.dataset.RowTest.Compared;
import io.loanflow.contracts.dataset.RowTest.ComparedColumns;
import io.loanflow.contracts.dataset.RowTest.Missing;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterReaderTest {

    private static final String LOANS = """
            name: loans
            version: 1
            source: {file: loans.csv}
            quarantine-limit: 0
            positive-label: paid
            columns:
              - {name: id, type: identifier}
              - {name: issued, type: date}
              - {name: due, type: date}
              - {name: amount, type: integer, unit: USD}
              - {name: rate, type: real, unit: percent}
              - {name: income, type: real, unit: USD}
              - {name: ratio, type: real}
              - {name: grade, type: ordinal, categories: [A, B, C]}
              - {name: purpose, type: nominal, categories: auto}
              - {name: in, type: nominal, categories: [x, y], role: ignored}
              - {name: status, type: boolean, map: {"1": paid, "2": lost}, role: target}
            """;

    @Test
    void aDataSetWithoutFilterKeepsAll() {
        assertThat(DatasetDefinitionReader.read(LOANS, "loans.yaml").filter()).isNull();
    }

    @Test
    void everyKindOfTestIsRead() {
        assertThat(test("amount >= 500")).isEqualTo(new Compared("amount", Comparison.AT_LEAST, 500));
        assertThat(test("rate<-1.5e1")).isEqualTo(new Compared("rate", Comparison.BELOW, -15));
        assertThat(test("rate = 0.5")).isEqualTo(new AmongNumbers("rate", Set.of(0.5), false));
        assertThat(test("rate in (1, 2, 2)")).isEqualTo(new AmongNumbers("rate", Set.of(1.0, 2.0), false));
        assertThat(test("issued > 2015-12-31"))
                .isEqualTo(new Compared(
                        "issued", Comparison.ABOVE, LocalDate.of(2015, 12, 31).toEpochDay()));
        assertThat(test("grade <= \"B\"")).isEqualTo(new Compared("grade", Comparison.AT_MOST, 1));
        assertThat(test("id != 'it''s'")).isEqualTo(new AmongTexts("id", Set.of("it's"), true));
        assertThat(test("purpose not in (\"a \"\"b\"\"\")"))
                .isEqualTo(new AmongTexts("purpose", Set.of("a \"b\""), true));
        assertThat(test("status in (\"paid\")")).isEqualTo(new AmongTexts("status", Set.of("paid"), false));
        assertThat(test("amount < income")).isEqualTo(new ComparedColumns("amount", Comparison.BELOW, "income"));
        assertThat(test("due > issued")).isEqualTo(new ComparedColumns("due", Comparison.ABOVE, "issued"));
        assertThat(test("amount >= ratio")).isInstanceOf(ComparedColumns.class);
        assertThat(test("rate is missing")).isEqualTo(new Missing("rate", false));
        assertThat(test("rate is not missing")).isEqualTo(new Missing("rate", true));
        assertThat(test("`in` in ('x')")).isEqualTo(new AmongTexts("in", Set.of("x"), false));
    }

    @Test
    void andBindsCloserThanOrAndNotClosest() {
        RowTest a = new Compared("amount", Comparison.ABOVE, 1);
        RowTest b = new Compared("amount", Comparison.ABOVE, 2);
        RowTest c = new Compared("amount", Comparison.ABOVE, 3);
        RowTest notA = new Compared("amount", Comparison.AT_MOST, 1);

        assertThat(test("amount > 1 or amount > 2 and amount > 3"))
                .isEqualTo(new Any(List.of(a, new All(List.of(b, c)))));
        assertThat(test("(amount > 1 or amount > 2)\n  and amount > 3"))
                .isEqualTo(new All(List.of(new Any(List.of(a, b)), c)));
        assertThat(test("not amount > 1 and amount > 2")).isEqualTo(new All(List.of(notA, b)));
    }

    @Test
    void whatIsNegatedIsTheNegationOfItsParts() {
        assertThat(test("not (amount < 1 or rate = 2 and not grade >= 'B')"))
                .isEqualTo(new All(List.of(
                        new Compared("amount", Comparison.AT_LEAST, 1),
                        new Any(List.of(
                                new AmongNumbers("rate", Set.of(2.0), true),
                                new Compared("grade", Comparison.AT_LEAST, 1))))));
        assertThat(test("not rate is missing")).isEqualTo(new Missing("rate", true));
        assertThat(test("not not purpose in ('a')")).isEqualTo(new AmongTexts("purpose", Set.of("a"), false));
    }

    @Test
    void aTextThatIsNoCategoryMayBeLeftOutButNotKept() {
        assertThat(test("status != \"current\"")).isEqualTo(new AmongTexts("status", Set.of("current"), true));
        assertThat(test("not status = \"current\"")).isEqualTo(new AmongTexts("status", Set.of("current"), true));
        assertWrong(
                "status = \"current\"",
                "at character 10: is the text \"current\", and status is boolean; must be one of"
                        + " paid, lost, since rows with another value are not stored");
        assertWrong("not (status != \"current\")", "must be one of paid, lost");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            amont > 5               | at character 1: there is no column amont; a filter is about columns of the definition
            amount > 5 rate < 3     | at character 12: is rate; must be and, or or the end
            amount > 5)             | at character 11: is ); must be and, or or the end
            (amount > 5             | at character 12: is the end; must be )
            amount >                | at character 9: is the end; must be a number, a date such as 2015-12-31, a text in quotes
            amount                  | at character 7: is the end; must be = != < <= > >=, in (…)
            amount == 5             | at character 9: is =; must be a number
            amount <> 5             | at character 9: is >; must be a number
            amount > 5 && rate < 3  | at character 12: "&" means nothing here; a text stands in quotes
            amount > 5 AND rate < 3 | at character 12: is AND; must be and, or or the end
            amount > 5k             | at character 10: begins no number such as 0.5 or 1000
            amount > 5 + 3          | at character 12: begins no number
            amount > 5.5            | at character 10: is 5.5, and amount is integer; must be a whole number below 9007199254740992
            amount = 1e30           | at character 10: is 1e30, and amount is integer; must be a whole number below
            rate > 1e999            | at character 8: is 1e999, and rate is real; must be a number of at most
            amount > "5"            | at character 10: is the text "5", and amount is integer; must be a whole number
            amount in ()            | at character 12: is ); must be a number
            amount in 5             | at character 11: is 5; must be (
            amount in [5]           | at character 11: "[" means nothing here
            amount > rate           | at character 10: amount is in USD and rate in percent; only numbers of the same unit
            amount > issued         | at character 10: amount is integer and issued is date; only two numbers or two dates
            status = purpose        | at character 10: status is boolean and purpose is nominal; only two numbers
            issued > "2015-01-01"   | at character 10: is the text "2015-01-01", and issued is date; must be a date such as 2015-12-31, without quotes
            issued > 2015-02-30     | at character 10: is 2015-02-30, and issued is date; must be a date such as
            grade > "D"             | at character 9: is the text "D", and grade is ordinal; must be in quotes, one of A, B, C
            grade > 1               | at character 9: is 1, and grade is ordinal; must be in quotes, one of A, B, C
            purpose > "a"           | at character 1: purpose is nominal, whose values have no order; compare it by =, != or in
            id > "a"                | at character 1: id is identifier, whose values have no order
            id = 5                  | at character 6: is 5, and id is identifier; must be a text in quotes: "5"
            purpose = car           | at character 11: is car, and purpose is nominal; must be a text in quotes: "car", or a column
            purpose = missing       | at character 11: is missing, and purpose is nominal; must be a text in quotes; a missing value is meant by: is missing
            status = "1"            | at character 10: is the text "1", and status is boolean; must be "paid", which is what the file's text is mapped to
            status = "paid          | at character 10: this quote is never closed
            rate is null            | at character 9: is null; must be missing
            not                     | at character 4: is the end; must be the name of a column
            5 < amount              | at character 1: is 5; must be the name of a column
            """)
    void whatIsWrongIsNamedWithItsCharacterAndWhatIsAllowed(String where, String message) {
        assertWrong(where, message);
    }

    @Test
    void allProblemsOfWhatCanBeReadAreNamedAtOnce() {
        assertThatThrownBy(() -> test("amont > 5 or rate = 'x' or grade > 'D'"))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining("at character 1:")
                .hasMessageContaining("at character 21:")
                .hasMessageContaining("at character 36:");
    }

    @Test
    void aLongFilterIsReadAndOneThatIsTooLongOrTooDeepIsNot() {
        String longest = "amount > 1" + " or amount > 1".repeat(712);
        assertThat(longest.length()).isBetween(9_900, FilterReader.LONGEST);
        assertThat(((Any) test(longest)).tests()).hasSize(713);
        assertThat(test("(".repeat(50) + "amount > 1" + ")".repeat(50))).isInstanceOf(Compared.class);

        assertWrong("amount > 1" + " or amount > 1".repeat(800), "has 11210 characters; at most 10000 are read");
        assertWrong(
                "(".repeat(51) + "amount > 1" + ")".repeat(51),
                "at character 51: is nested more than 50 deep; take away parentheses");
        assertWrong("not ".repeat(2_000) + "amount > 1", "is nested more than 50 deep");
        assertWrong("(".repeat(9_000), "is nested more than 50 deep");
    }

    @Test
    void keysAreThoseOfAFilter() {
        assertThatThrownBy(() -> DatasetDefinitionReader.read(LOANS + "rows: {were: amount > 1}\n", "loans.yaml"))
                .hasMessageContaining("rows.were: unknown key; allowed: where")
                .hasMessageContaining("rows: \"where\" is missing");
        assertThatThrownBy(() -> DatasetDefinitionReader.read(LOANS + "rows: amount > 1\n", "loans.yaml"))
                .hasMessageContaining("rows: must be keys with values");
    }

    private static void assertWrong(String where, String message) {
        assertThatThrownBy(() -> test(where))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining("loans.yaml:19: rows.where: ")
                .hasMessageContaining(message);
    }

    private static RowTest test(String where) {
        RowFilter filter = DatasetDefinitionReader.read(
                        LOANS + "rows:\n  where: |-\n    " + where.replace("\n", "\n    ") + "\n", "loans.yaml")
                .filter();
        assertThat(filter).isNotNull();
        return filter.test();
    }
}
