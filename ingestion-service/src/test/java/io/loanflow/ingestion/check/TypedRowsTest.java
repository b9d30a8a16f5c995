package io.loanflow.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of typed values, held against a definition as files of text are. */
class TypedRowsTest {

    private static final Path FILES = Path.of("../libraries/table-files/src/test/resources/typed");

    private static final String DEFINITION = """
            name: songs
            version: 1
            source: {file: songs.parquet, extra-columns: ignore}
            quarantine-limit: 0.5
            positive-label: good
            columns:
              - {name: tempo, from: number, type: real, range: [0, 100], missing-allowed: true}
              - {name: count, from: whole, type: integer, range: [0, 100], missing-allowed: true}
              - {name: released, from: day, type: date, missing-allowed: true}
              - {name: liked, from: category, type: boolean, map: {a: good, b: bad}, role: target}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"snappy.parquet", "batches.arrow", "lz4.feather"})
    void valuesAreJudgedAndStoredAsThoseOfText(String name) throws IOException {
        CollectedRows rows = check(name, DEFINITION);

        assertThat(rows.accepted())
                .containsExactly(
                        List.of("10.65", "22", "2011-12-31", "good"), Arrays.asList("1.0E-300", null, null, "bad"));
        assertThat(rows.quarantined()).hasSize(1);
        assertThat(rows.quarantined().get(0).raw())
                .isEqualTo(
                        "{\"whole\":\"-9007199254740993\",\"number\":\"\",\"category\":\"a\",\"day\":\"2011-12-31\"}");
    }

    @Test
    void aFileWithOtherColumnsIsRefusedWithTheirNames() {
        assertThatThrownBy(() -> check("snappy.parquet", DEFINITION.replace(", extra-columns: ignore", "")))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageContaining("\"single\" is none of the columns")
                .hasMessageContaining("extra-columns: ignore");
        assertThatThrownBy(() -> check("snappy.parquet", DEFINITION.replace("from: number", "from: numbers")))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageContaining("\"numbers\" is missing: perhaps it is \"number\"");
    }

    private static CollectedRows check(String name, String yaml) throws IOException {
        DatasetDefinition definition = DatasetDefinitionReader.read(yaml, "songs.yaml");
        CollectedRows rows = new CollectedRows();
        Path file = FILES.resolve(name);
        TablePart part = new TablePart(name, Map.of(), () -> Files.newInputStream(file), file, null);
        new FileCheck(definition, ExpectationSuiteReader.read(Path.of("no such expectations.yaml"), definition))
                .run(List.of(part), name, rows, read -> {});
        return rows;
    }
}
