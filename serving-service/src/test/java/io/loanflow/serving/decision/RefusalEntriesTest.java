package io.loanflow.serving.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.decision.RefusalReason;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.datasettables.RefusedInputLine;
import io.loanflow.datasettables.TableEngine;
import io.loanflow.model.row.Refusal;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.journal.Place;
import io.loanflow.serving.refusal.RefusedInputs;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class RefusalEntriesTest {

    private static final Instant MINUTE = Instant.parse("2026-05-03T12:00:00Z");

    @TempDir
    Path directory;

    /** What is shipped makes room on the disk: counts that it does not take must not stand in the way. */
    @Test
    void aJournalThatTakesNothingGetsThemTheNextTime() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(MINUTE);
        RefusedInputs refused = new RefusedInputs(true, now::get);
        Path place = directory.resolve("journal");
        Files.writeString(place, "no directory");
        try (DecisionJournal journal = new DecisionJournal(settings(place))) {
            RefusalEntries entries = new RefusalEntries(refused, journal);
            refused.count(
                    new ModelVersionRef("loan", 3, "run", "digest"), Set.of(new Refusal("age", RefusalReason.MISSING)));
            now.set(MINUTE.plusSeconds(60));

            entries.writeEnded();
            Files.delete(place);
            entries.writeEnded();

            String segment =
                    journal.journal().folder().segments().get(0).getFileName().toString();
            byte[] written = journal.read(new Place(segment, 0)).orElseThrow();
            assertThat(EntryCodec.read(written).refusals())
                    .containsExactlyInAnyOrder(
                            new RefusedInputLine("loan", 3, MINUTE, "ANY", "", 1),
                            new RefusedInputLine("loan", 3, MINUTE, "MISSING", "age", 1));
            assertThat(refused.takeAll()).isEmpty();
        }
    }

    private static ServingSettings settings(Path journal) {
        return new ServingSettings(
                URI.create("http://127.0.0.1:1"),
                "loan",
                List.of("loan"),
                null,
                URI.create("http://127.0.0.1:1"),
                Duration.ofSeconds(1),
                Duration.ZERO,
                5,
                new ServingSettings.Decisions(
                        ServingSettings.Keeping.REQUIRED,
                        journal.toFile(),
                        DataSize.ofMegabytes(1),
                        Duration.ofSeconds(1)),
                DecisionFixture.NO_DATABASE,
                new ServingSettings.Table(TableEngine.AUTO));
    }
}
