package io.loanflow.serving.rollout;

import io.loanflow.contracts.serving.ShadowFigures;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.row.Row;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.decision.Decision;
import io.loanflow.serving.decision.DecisionId;
import io.loanflow.serving.decision.DecisionKeeper;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model that scores what the champion answers, in a thread of its own: no answer waits for it. What comes while it is still at others
 * is left out and counted.
 */
final class Shadow implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Records of a few hundred bytes: it may be behind by a moment, and costs little memory. */
    private static final int LONGEST_QUEUE = 1000;

    private static final int TOGETHER = 100;
    private static final long LOOK_MILLIS = 200;

    private final ServedModel challenger;
    private final ModelVersionRef champion;
    private final DecisionKeeper keeper;
    private final ShadowTally tally = new ShadowTally();
    private final BlockingQueue<Decision> waiting = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private volatile long endNanos;
    private volatile boolean ended;

    Shadow(ServedModel challenger, ModelVersionRef champion, DecisionKeeper keeper) {
        this.challenger = challenger;
        this.champion = champion;
        this.keeper = keeper;
    }

    boolean isOf(ModelVersionRef version, ModelVersionRef against) {
        return !isOver() && isOf(version) && champion.runId().equals(against.runId());
    }

    boolean isOf(ModelVersionRef version) {
        return challenger.version().runId().equals(version.runId());
    }

    /** Whether nobody has asked for it in time, or it was ended. */
    boolean isOver() {
        return ended || System.nanoTime() - endNanos > 0;
    }

    void renew(Duration lease) {
        endNanos = System.nanoTime() + lease.toNanos();
    }

    void end() {
        ended = true;
    }

    ShadowFigures figures() {
        return tally.figures();
    }

    /** Takes what the champion answered, or leaves it out; never waits. */
    void offer(List<Decision> decisions) {
        for (Decision decision : decisions) {
            if (!decision.model().runId().equals(champion.runId())) {
                return;
            }
            if (!waiting.offer(decision)) {
                tally.dropped();
            }
        }
    }

    /** Until it is over. */
    @Override
    public void run() {
        try {
            while (!isOver()) {
                Decision first = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Decision> batch = new ArrayList<>(List.of(first));
                    waiting.drainTo(batch, TOGETHER - 1);
                    keeper.keepShadow(challenger, compared(batch));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info(
                "Model {} version {} leaves the shadow",
                challenger.version().name(),
                challenger.version().version());
    }

    private List<Decision> compared(List<Decision> answered) {
        List<Decision> own = new ArrayList<>(answered.size());
        for (Decision decision : answered) {
            try {
                own.add(compared(decision));
            } catch (RuntimeException | StackOverflowError e) {
                tally.failed();
                LOG.debug(
                        "A record cannot be scored in the shadow: {}",
                        e.getClass().getName());
            }
        }
        return own;
    }

    private Decision compared(Decision answered) {
        long start = System.nanoTime();
        double score = challenger.score(row(answered.record()));
        double probability = challenger.probability(score);
        long nanoseconds = System.nanoTime() - start;
        String label = challenger.label(probability);
        tally.compared(
                answered.verdict().probability(),
                probability,
                label.equals(answered.verdict().label()),
                nanoseconds);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Decision(
                DecisionId.at(now),
                now,
                challenger.version(),
                challenger.definitionDigest(),
                new Decision.Verdict(score, probability, challenger.threshold(), label, null),
                answered.record(),
                true);
    }

    /** By its own definition, which may differ from the champion's. */
    private Row row(byte[] record) {
        try (JsonParser parser = JSON.createParser(record)) {
            parser.nextToken();
            Row row = challenger.reader().read(parser, "").row();
            if (row == null) {
                throw new IllegalArgumentException("the record is no row of its definition");
            }
            return row;
        }
    }
}
