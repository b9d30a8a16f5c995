package io.loanflow.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.monitoring.outcome.Outcome;
import io.loanflow.monitoring.outcome.OutcomeProblem;
import io.loanflow.monitoring.outcome.OutcomesRefusedException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeReaderTest {

    private static final String ID = "0199f3a2-7c1e-7d42-9a51-0c5b8f6a1d20";
    private static final String LINE = ID + ",1,2026-04-01T00:00:00Z";
    private static final Outcome OUTCOME = new Outcome("line 2", ID, "1", Instant.parse("2026-04-01T00:00:00Z"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decisionId,label,observedAt\n" + LINE,
                "\uFEFFdecisionId,label,observedAt\r\n" + LINE + "\r\n",
                "decisionId;label;observedAt\n" + ID + ";1;2026-04-01T00:00:00Z\n",
                "decisionId\tlabel\tobservedAt\n" + ID + "\t1\t2026-04-01T00:00:00Z\n",
                "observedAt, decisionId ,label\n2026-04-01T02:00:00+02:00," + ID + ",1\n",
                "\"decisionId\",\"label\",\"observedAt\"\n\"" + ID + "\",\" 1 \",\"2026-04-01T00:00:00.0000001Z\"\n\n",
            })
    void csvIsReadAsProgramsWriteIt(String text) {
        assertThat(csv(text, StandardCharsets.UTF_8)).containsExactly(OUTCOME);
    }

    @Test
    void idsAreReadInAnyLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(csv("decisionId,label,observedAt\n" + LINE.toUpperCase(Locale.ROOT), StandardCharsets.UTF_8))
                    .containsExactly(OUTCOME);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void labelsAreReadInTheirCharset() {
        String text = "decisionId,label,observedAt\n" + ID + ",genehmigt für später,2026-04-01T00:00:00Z";

        assertThat(csv(text, StandardCharsets.UTF_8))
                .extracting(Outcome::label)
                .containsExactly("genehmigt für später");
        assertThat(csv(text, StandardCharsets.ISO_8859_1))
                .extracting(Outcome::label)
                .containsExactly("genehmigt für später");
        assertThat(places(text.getBytes(StandardCharsets.ISO_8859_1))).containsExactly("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decisionId,label\n" + ID + ",1",
                "decisionId,label,observedAt,label\n" + LINE + ",0",
                "decisionId,label,observedAt,name\n" + LINE + ",x",
                LINE,
            })
    void aFirstLineThatNamesOtherColumnsIsRefusedOnce(String text) {
        assertThat(places(text.getBytes(StandardCharsets.UTF_8))).containsExactly("line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {LINE + ",0", ID + ",1", ID + ",1,maybe,2026-04-01T00:00:00Z"})
    void aLineOfOtherFieldsIsRefusedWithItsNumber(String line) {
        assertThat(places(("decisionId,label,observedAt\n" + LINE + "\n" + line).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("line 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "decisionId,label,observedAt\n", "decisionId,label,observedAt\n\"" + LINE})
    void whatHasNoOutcomeIsRefused(String text) {
        assertThat(places(text.getBytes(StandardCharsets.UTF_8))).containsExactly("body");
    }

    @Test
    void moreThanCanBeTakenAtOnceIsRefusedOnce() {
        String text = IntStream.range(0, 10_001)
                .mapToObj(line -> LINE)
                .collect(Collectors.joining("\n", "decisionId,label,observedAt\n", "\n"));

        assertThat(places(text.getBytes(StandardCharsets.UTF_8))).containsExactly("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-04-01",
                "2026-04-01T00:00:00",
                "1775001600",
                "01.04.2026 00:00",
                "2026-02-30T00:00:00Z",
                "+1000000000-01-01T00:00:00Z"
            })
    void aTimeWithoutItsOffsetIsRefused(String time) {
        assertThat(places(("decisionId,label,observedAt\n" + ID + ",1," + time).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("line 2/observedAt");
    }

    private static List<Outcome> csv(String text, Charset charset) {
        return OutcomeReader.csv(text.getBytes(charset), charset);
    }

    private static List<String> places(byte[] body) {
        OutcomesRefusedException refused = catchThrowableOfType(
                OutcomesRefusedException.class, () -> OutcomeReader.csv(body, StandardCharsets.UTF_8));
        return refused.problems().stream().map(OutcomeProblem::place).toList();
    }
}
