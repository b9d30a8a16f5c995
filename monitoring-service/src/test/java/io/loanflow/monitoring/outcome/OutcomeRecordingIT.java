package io.loanflow.monitoring.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.datasettables.TableEngine;
import io.loanflow.monitoring.InnoDb;
import io.loanflow.monitoring.WholeServiceTest;
import io.loanflow.monitoring.fixture.Population;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
class OutcomeRecordingIT {

    private static final Instant LATER = Population.BEGIN.plus(Duration.ofDays(30));

    @Autowired
    private DataSource database;

    @Autowired
    private OutcomeRecording recording;

    @Autowired
    private OutcomeTable table;

    private Population population;

    @BeforeEach
    void empty() throws Exception {
        population = new Population(database, TableEngine.INNODB);
        population.clear();
    }

    @Test
    void whatWasCorrectedHoldsAgainOnlyWithALaterTime() throws Exception {
        String id = population.decide(1, Population.BEGIN, 1, 1).get(0);

        assertThat(record(outcome(id, "1", LATER))).isEqualTo(new OutcomesTaken(1, 0, 0, 0));
        assertThat(record(outcome(id, "0", LATER))).isEqualTo(new OutcomesTaken(1, 1, 0, 0));
        // The first one once more, late: nobody knows whether it is meant anew.
        assertThat(record(outcome(id, "1", LATER))).isEqualTo(new OutcomesTaken(0, 0, 1, 1));
        assertThat(labels(id)).containsExactly("1", "0");
        assertThat(record(outcome(id, "1", LATER.plusSeconds(1)))).isEqualTo(new OutcomesTaken(1, 1, 0, 0));
        assertThat(labels(id)).containsExactly("1", "0", "1");
    }

    @Test
    void theLastOfAListHolds() throws Exception {
        List<String> ids = population.decide(1, Population.BEGIN, 2, 1);

        assertThat(record(
                        outcome(ids.get(1), "0", LATER),
                        outcome(ids.get(0), "1", LATER),
                        outcome(ids.get(1), "1", LATER),
                        outcome(ids.get(0), "1", LATER)))
                .isEqualTo(new OutcomesTaken(3, 1, 1, 0));
        assertThat(labels(ids.get(1))).containsExactly("0", "1");
    }

    /** Each in an order of its own, which is what makes a database refuse one of two that wait for each other. */
    @Test
    @Timeout(300)
    void theSameFromManyAtOnceIsKeptOnce() throws Exception {
        List<String> ids = population.decide(1, Population.BEGIN, 2000, 1);
        ExecutorService clients = Executors.newFixedThreadPool(6);
        try {
            List<CompletableFuture<OutcomesTaken>> answers = IntStream.range(0, 12)
                    .mapToObj(client -> CompletableFuture.supplyAsync(
                            () -> recording.record("loan", shuffled(ids, client)), clients))
                    .toList();
            assertThat(answers.stream()
                            .map(CompletableFuture::join)
                            .mapToInt(OutcomesTaken::recorded)
                            .sum())
                    .isEqualTo(2000);
        } finally {
            clients.shutdown();
        }
        assertThat(table.labelledDecisions("loan")).isEqualTo(2000);
        assertThat(labels(ids.get(0))).hasSize(1);
    }

    @Test
    @Timeout(60)
    void tenThousandAreTakenAtOnce() throws Exception {
        List<String> ids = population.decide(1, Population.BEGIN, 10_000, 1);

        assertThat(recording.record("loan", shuffled(ids, 1))).isEqualTo(new OutcomesTaken(10_000, 0, 0, 0));
        assertThat(recording.record("loan", shuffled(ids, 2))).isEqualTo(new OutcomesTaken(0, 0, 10_000, 0));
    }

    private static List<Outcome> shuffled(List<String> ids, int seed) {
        List<Outcome> outcomes =
                new ArrayList<>(ids.stream().map(id -> outcome(id, "1", LATER)).toList());
        Collections.shuffle(outcomes, new Random(seed));
        return outcomes;
    }

    private OutcomesTaken record(Outcome... outcomes) {
        return recording.record("loan", List.of(outcomes));
    }

    private List<String> labels(String id) {
        return table.history(id).stream().map(KnownOutcome::label).toList();
    }

    private static Outcome outcome(String id, String label, Instant observedAt) {
        return new Outcome("", id, label, observedAt);
    }
}
