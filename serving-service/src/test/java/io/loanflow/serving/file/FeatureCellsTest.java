package io.loanflow.serving.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.serving.fixture.LoanDefinition;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FeatureCellsTest {

    private static final String LISTED = "categories: [RENT, OWN, MORTGAGE, OTHER]";

    @Test
    void aCategoryThatIsNotListedIsRefused() {
        Block block = homeOf("HOUSEBOAT", LISTED);

        assertThat(block.errors().get(0)).startsWith("person_home_ownership must be one of RENT, OWN");
    }

    @Test
    void whereAnyTextIsACategoryOnlyWhatIsNoneIsRefused() {
        Block taken = homeOf("HOUSEBOAT", "categories: auto");

        assertThat(taken.errors().get(0)).isNull();
        assertThat(Objects.requireNonNull(taken.rows().get(0)).categories()).contains("HOUSEBOAT");
        assertThat(homeOf("x".repeat(256), "categories: auto").errors().get(0))
                .startsWith("person_home_ownership must be");
    }

    private static Block homeOf(String category, String categories) {
        String definition = LoanDefinition.TEXT.replace(LISTED, categories);
        FeatureCells cells = new FeatureCells(DatasetDefinitionReader.read(definition, "the test"));
        FeatureCells.Draft draft = cells.new Draft(1);
        int home =
                cells.features().stream().map(column -> column.name()).toList().indexOf("person_home_ownership");
        draft.category(0, home, category);
        return draft.block();
    }
}
