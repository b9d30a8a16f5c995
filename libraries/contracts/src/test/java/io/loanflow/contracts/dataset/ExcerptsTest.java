package io.loanflow.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptsTest {

    @Test
    void aShortListIsShownWhole() {
        assertThat(Excerpts.list(List.of())).isEmpty();
        assertThat(Excerpts.list(List.of("A"))).isEqualTo("A");
        assertThat(Excerpts.list(numbers(12))).isEqualTo("0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11");
    }

    @Test
    void aLongListIsCutToItsFirstMembers() {
        assertThat(Excerpts.list(numbers(13))).isEqualTo("0, 1, 2, 3, 4 and 8 more");
        assertThat(Excerpts.list(numbers(5_000))).isEqualTo("0, 1, 2, 3, 4 and 4,995 more");
    }

    @Test
    void longMembersAreCutToo() {
        String category = "x".repeat(255);

        assertThat(Excerpts.list(List.of(category, category)))
                .hasSize(2 * 101 + 2)
                .endsWith("…");
        assertThat(Excerpts.list(
                        IntStream.range(0, 5_000).mapToObj(i -> category).toList()))
                .hasSizeLessThan(600)
                .endsWith("and 4,995 more");
        assertThat(Excerpts.text("x".repeat(99) + "\uD83D\uDE00y")).isEqualTo("x".repeat(99) + "…");
    }

    @Test
    void aDefinitionWithThousandsOfProblemsNamesTheFirst() {
        String yaml = "name: x\ncolumns:\n  - {name: a, description: a, type: nominal, role: feature, categories: ["
                + String.join(
                        ", ",
                        IntStream.range(0, 5_000)
                                .mapToObj(i -> "\" " + i + "\"")
                                .toList()) + "]}\n";

        assertThat(catchThrowable(() -> DatasetDefinitionReader.read(yaml, "x.yaml")))
                .message()
                .hasSizeLessThan(10_000)
                .contains("more problems");
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
