package io.loanflow.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetCatalogTest {

    @TempDir
    Path directory;

    @Test
    void dataSetsAreTheFoldersWithADefinition() throws IOException {
        write("songs", "name: songs");
        write("loan", "name: loan");
        Files.createDirectory(directory.resolve("empty"));
        Files.writeString(directory.resolve("note.txt"), "not a folder");

        DatasetCatalog catalog = new DatasetCatalog(directory);

        assertThat(catalog.names()).containsExactly("loan", "songs");
        assertThat(catalog.text("loan")).isEqualTo("name: loan");
        assertThat(catalog.directory("loan")).isEqualTo(directory.resolve("loan"));
    }

    @Test
    void aDirectoryThatDoesNotExistHoldsNoDataSets() {
        assertThat(new DatasetCatalog(directory.resolve("nowhere")).names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lona", "", ".", "..", "../loan", "loan/../loan", "/"})
    void otherNamesAreUnknownAndNeverLeadElsewhere(String name) throws IOException {
        write("loan", "name: loan");

        assertThatThrownBy(() -> new DatasetCatalog(directory).definition(name))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining("data set \"" + name + "\" is unknown")
                .hasMessageEndingWith("there are: loan");
    }

    @Test
    void theNameMustBeTheFolders() throws IOException {
        String loan = new DatasetCatalog(Path.of("../../data")).text("loan");
        write("credit", loan);

        assertThatThrownBy(() -> new DatasetCatalog(directory).definition("credit"))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining("name: is \"loan\", must be \"credit\"");
    }

    @Test
    void aDefinitionThatIsNotUtf8IsRefused() throws IOException {
        write("loan", "");
        Files.write(directory.resolve("loan/dataset.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE4});

        assertThatThrownBy(() -> new DatasetCatalog(directory).definition("loan"))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining("save it as UTF-8");
    }

    private void write(String name, String yaml) throws IOException {
        Files.createDirectory(directory.resolve(name));
        Files.writeString(directory.resolve(name).resolve("dataset.yaml"), yaml);
    }
}
