package io.loanflow.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.InnoDb;
import io.loanflow.ingestion.LoanFiles;
import io.loanflow.ingestion.WholeServiceTest;
import io.loanflow.ingestion.check.BadFile;
import io.loanflow.ingestion.check.BadFiles;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.DatasetLoads;
import io.loanflow.ingestion.ledger.LoadState;
import io.loanflow.ingestion.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
class BadFilesIT {

    @TempDir
    Path directory;

    @Autowired
    DatasetLoader loader;

    @Autowired
    DatasetLoads loads;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void noneLeavesARowThatCanBeSeen() throws IOException {
        Path good = LoanFiles.write(directory, 10, 301);
        loader.load(request(good), new LoadProgress());
        Long before = rows();

        for (BadFile bad : BadFiles.all()) {
            Path file = Files.write(directory.resolve("bad.csv"), bad.content());
            LoadRejectedException rejected = catchThrowableOfType(
                    LoadRejectedException.class, () -> loader.load(request(file), new LoadProgress()));

            assertThat(rejected).as(bad.name()).isNotNull().message().startsWith("bad.csv" + bad.message());
            DatasetLoad load = loads.findById(rejected.loadId()).orElseThrow();
            assertThat(load.state()).as(bad.name()).isEqualTo(LoadState.REJECTED);
            assertThat(load.reason()).as(bad.name()).isEqualTo(rejected.getMessage());
        }

        assertThat(rows()).isEqualTo(before);
    }

    private Long rows() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM loan_rows", Long.class);
    }

    private static LoadRequest request(Path file) {
        return new LoadRequest("loan", SourceFile.of(file, DataOrigin.FILE), null);
    }
}
