package io.loanflow.serving.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.datasettables.RefusedInputLine;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryCodecTest {

    private static final Instant TIME = Instant.parse("2026-05-03T12:00:00.123456Z");

    private static final Decision DECISION = new Decision(
            DecisionId.at(TIME),
            TIME,
            new ModelVersionRef("loan", 7, "run", "digest"),
            "definition",
            new Decision.Verdict(0.1 + 0.2, Math.nextUp(0.5), 0.5, "1", null),
            "{\"ü\": 1}".getBytes(UTF_8),
            true);

    private static final KeyedAnswer ANSWER =
            new KeyedAnswer(new RequestKey("key", "fingerprint"), TIME, "{}".getBytes(UTF_8));

    @Test
    void countsOfRefusedRowsComeBackAsTheyWere() throws IOException {
        Entry refusals = Entry.ofRefusals(List.of(
                new RefusedInputLine("loan", 3, Instant.parse("2026-05-03T12:00:00Z"), "MISSING", "person_age", 7),
                new RefusedInputLine("loan", 3, Instant.parse("2026-05-03T12:01:00Z"), "NO_ROW", "", 1)));

        assertThat(EntryCodec.read(EntryCodec.write(refusals))).isEqualTo(refusals);
    }

    @Test
    void anEntryComesBackAsItWas() throws IOException {
        Entry read = EntryCodec.read(EntryCodec.write(Entry.ofRequest(List.of(DECISION, DECISION), ANSWER)));

        assertThat(read).usingRecursiveComparison().isEqualTo(Entry.ofRequest(List.of(DECISION, DECISION), ANSWER));
    }

    @Test
    void anEntryWithoutAKeyHasNoAnswer() throws IOException {
        assertThat(EntryCodec.read(EntryCodec.write(Entry.ofRequest(List.of(DECISION), null)))
                        .answer())
                .isNull();
    }

    @Test
    void whatIsNoEntryIsRefused() {
        byte[] entry = EntryCodec.write(Entry.ofRequest(List.of(DECISION), ANSWER));
        byte[] later = entry.clone();
        later[0] = 3;

        assertThatThrownBy(() -> EntryCodec.read(later))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("format 3");
        for (int length = 0; length < entry.length; length++) {
            byte[] torn = Arrays.copyOf(entry, length);
            assertThatThrownBy(() -> EntryCodec.read(torn)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void idsAreOfVersionSevenAndSortByTime() {
        UUID earlier = DecisionId.at(TIME);
        UUID later = DecisionId.at(TIME.plusMillis(1));

        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
        assertThat(DecisionId.millis(earlier)).isEqualTo(TIME.toEpochMilli());
        assertThat(earlier.toString()).isLessThan(later.toString());
        assertThat(DecisionId.at(TIME)).isNotEqualTo(earlier);
    }
}
