package io.loanflow.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillTest {

    private static final String SONGS = """
            name: songs
            version: 1
            source: {file: songs.csv}
            quarantine-limit: 0
            positive-label: good
            columns:
              - {name: tempo, type: real, range: [0, 300], missing-allowed: true}
              - {name: size, type: ordinal, categories: [small, large], missing-allowed: true}
              - {name: genre, type: nominal, categories: [pop, rock], missing-allowed: true}
              - {name: liked, type: boolean, categories: [bad, good], role: target}
            """;

    @Test
    void whatStandsForAMissingValueIsRead() {
        DatasetDefinition songs = read(SONGS.replace("range: [0, 300]", "range: [0, 300], fill: 120")
                .replace("[small, large]", "[small, large], fill: indicator")
                .replace("[pop, rock]", "[pop, rock], other: {below: 0.05}"));

        assertThat(songs.column("tempo").fill()).isEqualTo(new Fill(Fill.By.VALUE, "120.0", null));
        assertThat(songs.column("size").fill()).isEqualTo(new Fill(Fill.By.INDICATOR, null, null));
        assertThat(songs.column("genre").fill())
                .isEqualTo(new Fill(Fill.By.MEDIAN, null, new OtherCategories(0.05, 64)));
        assertThat(songs.column("liked").fill()).isEqualTo(Fill.MEDIAN);
        assertThat(read(SONGS.replace("range: [0, 300]", "range: [0, 300], fill: mean"))
                        .column("tempo")
                        .fill())
                .isEqualTo(new Fill(Fill.By.MEAN, null, null));
    }

    @Test
    void categoriesAreLeftToTheTrainingPart() {
        Column genre = read(SONGS.replace("[pop, rock]", "auto")).column("genre");

        assertThat(genre.isOpen()).isTrue();
        assertThat(genre.categories()).isEmpty();
        assertThat(genre.encoding()).isEqualTo(ColumnEncodingRule.ONE_HOT);
        assertThat(genre.fill().other()).isEqualTo(OtherCategories.STANDARD);
        assertThat(genre.allows("any")).isTrue();
        assertThat(genre.allows(" any")).isFalse();
        assertThat(genre.allows("x".repeat(256))).isFalse();
        assertThat(read(SONGS.replace("[pop, rock]", "auto, other: {most: 3}"))
                        .column("genre")
                        .fill()
                        .other())
                .isEqualTo(new OtherCategories(null, 3));
        assertThat(read(SONGS.replace("[pop, rock]", "auto, encoding: frequency"))
                        .column("genre")
                        .fill())
                .isEqualTo(Fill.MEDIAN);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            [0, 300]          | [0, 300], fill: 400               | columns[0].fill: must be median, mean, indicator or a number from 0 to 300
            [0, 300]          | [0, 300], fill: mode              | columns[0].fill: is "mode"; must be a number
            [small, large]    | [small, large], fill: mean        | columns[1].fill: an order of categories has no mean; must be median, indicator or one of small, large
            [small, large]    | [small, large], fill: huge        | columns[1].fill: is "huge"; must be median, indicator or one of small, large
            [pop, rock]       | [pop, rock], fill: indicator      | columns[2].fill: only a number and a column with encoding ordinal are filled
            [pop, rock]       | [pop, rock], other: {below: 2}    | columns[2].other.below: is "2"; must be a number from 0 to 1
            [pop, rock]       | [pop, other], other: {below: 0.1} | columns[2].other: there is a category "other"
            [small, large]    | [small, large], other: {below: 0} | columns[1].other: only a nominal feature with encoding one-hot
            [pop, rock]       | auto, other: {most: 65}           | columns[2].other.most: is "65"; must be a number from 1 to 64
            [pop, rock]       | auto, role: ignored               | columns[2].categories: is auto, and nothing is learnt of a column with this role
            [pop, rock]       | auto, role: protected             | columns[2].categories: is auto, and fairness is measured in groups that are known
            [small, large]    | auto                              | columns[1].categories: is auto, and an order of categories is not guessed
            [bad, good]       | auto                              | columns[3].categories: is auto, and an order of categories is not guessed
            [0, 300]          | [0, 300], categories: auto        | columns[0].categories: only a nominal, ordinal or boolean column has categories
            [bad, good]       | [bad, good], fill: good           | columns[3].fill: only a feature with missing-allowed: true
            """)
    void whatCannotStandForItIsRefused(String part, String wrong, String message) {
        assertThatThrownBy(() -> read(SONGS.replace(part, wrong)))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining(message);
    }

    private static DatasetDefinition read(String yaml) {
        return DatasetDefinitionReader.read(yaml, "songs.yaml");
    }
}
