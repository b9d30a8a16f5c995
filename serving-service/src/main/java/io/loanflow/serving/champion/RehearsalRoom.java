package io.loanflow.serving.champion;

import io.loanflow.contracts.serving.Rehearsal;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.row.Row;
import io.loanflow.tracking.RegisteredModelVersion;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** Tries a version beside the one in service, before anything points to it. */
@Component
public class RehearsalRoom {

    private static final int WARM_UP = 2000;
    private static final int MEASURED = 501;
    private static final Duration MOST_TIME = Duration.ofMillis(150);

    /** A prediction that takes longer may be slow only because nothing is compiled yet, on a machine whose processors are busy. */
    private static final long FAST_NANOS = 1_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ModelLoader loader;
    /** Soft: it may never come into service, and requests need the memory more. */
    private volatile SoftReference<@Nullable ServedModel> rehearsed = new SoftReference<>(null);

    RehearsalRoom(ModelLoader loader) {
        this.loader = loader;
        loader.whenShortOfMemory(() -> keep(null));
    }

    /**
     * Loads the version, has it repeat its self-test, and measures one prediction, with its reasons where the self-test's row has some.
     *
     * @throws io.loanflow.model.folder.ModelUnusableException if it can never be served
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer now
     */
    public Rehearsal rehearse(ModelVersionRef version) {
        long start = System.nanoTime();
        ServedModel model =
                loader.load(new RegisteredModelVersion(version.name(), version.version(), version.runId(), Map.of()));
        double loadSeconds = (System.nanoTime() - start) / 1e9;
        byte[] record = model.example().toString().getBytes(StandardCharsets.UTF_8);
        var unused = nanoseconds(model, record, WARM_UP);
        long nanoseconds = settled(model, record);
        keep(model);
        return new Rehearsal(version, loadSeconds, nanoseconds / 1e3);
    }

    /** The least median that was measured until it was fast or patience ended. */
    private static long settled(ServedModel model, byte[] record) {
        long start = System.nanoTime();
        long least = Long.MAX_VALUE;
        do {
            long[] measured = nanoseconds(model, record, MEASURED);
            Arrays.sort(measured);
            least = Math.min(least, measured[measured.length / 2]);
        } while (least > FAST_NANOS && System.nanoTime() - start < PATIENCE.toNanos());
        return least;
    }

    /** The model that was rehearsed last, if it is of this version; once. A release puts in service what was tried, and need not load it again. */
    synchronized Optional<ServedModel> take(RegisteredModelVersion version) {
        Optional<ServedModel> taken = Optional.ofNullable(rehearsed.get())
                .filter(model -> model.version().name().equals(version.name())
                        && model.version().version() == version.version()
                        && model.version().runId().equals(version.runId()));
        taken.ifPresent(model -> keep(null));
        return taken;
    }

    /**
     * The version as it was rehearsed last, or loaded beside those in service; it stays here until it is taken.
     *
     * @throws io.loanflow.model.folder.ModelUnusableException if it can never be served, or there is no room for it
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer now
     */
    public ServedModel model(ModelVersionRef version) {
        ServedModel known = rehearsed.get();
        if (known != null && known.version().runId().equals(version.runId())) {
            return known;
        }
        ServedModel model =
                loader.load(new RegisteredModelVersion(version.name(), version.version(), version.runId(), Map.of()));
        keep(model);
        return model;
    }

    private synchronized void keep(@Nullable ServedModel model) {
        rehearsed = new SoftReference<>(model);
    }

    /** Of each of so many predictions, or of as many as there is time for: a release or a rollback waits for them. */
    private static long[] nanoseconds(ServedModel model, byte[] record, int most) {
        long[] nanoseconds = new long[most];
        long start = System.nanoTime();
        int done = 0;
        do {
            long begun = System.nanoTime();
            var unused = predict(model, record);
            nanoseconds[done++] = System.nanoTime() - begun;
        } while (done < most && System.nanoTime() - start < MOST_TIME.toNanos());
        return Arrays.copyOf(nanoseconds, done);
    }

    private static boolean predict(ServedModel model, byte[] record) {
        try (JsonParser parser = JSON.createParser(record)) {
            parser.nextToken();
            Row row = Objects.requireNonNull(model.reader().read(parser, "").row());
            boolean isPositive = model.isPositive(model.probability(model.score(row)));
            if (!isPositive) {
                model.reasons().ifPresent(reasons -> reasons.contributions(row));
            }
            return isPositive;
        }
    }
}
