package io.loanflow.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadFilesTest {

    private static final DatasetCatalog CATALOG = new DatasetCatalog(Path.of("../data"));
    private static final DatasetDefinition LOAN = CATALOG.definition("loan");
    private static final FileCheck CHECK = new FileCheck(
            LOAN, ExpectationSuiteReader.read(CATALOG.directory("loan").resolve("expectations.yaml"), LOAN));

    static List<BadFile> badFiles() {
        return BadFiles.all();
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void isRefusedWithItsPlaceAndHowToMendIt(BadFile file) {
        assertThatThrownBy(() ->
                        CHECK.run(new ByteArrayInputStream(file.content()), "bad.csv", new CountingSink(), rows -> {}))
                .isInstanceOf(FileRejectedException.class)
                .message()
                .startsWith("bad.csv" + file.message())
                .doesNotContain("144", "71948", "sixteen", "CAVE");
    }

    @Test
    void namesAreDifferent() {
        assertThat(badFiles()).extracting(BadFile::name).doesNotHaveDuplicates();
        assertThat(badFiles()).hasSizeGreaterThan(60);
    }
}
