package io.loanflow.serving.champion;

import io.loanflow.contracts.serving.Rehearsal;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.row.Row;
import io.loanflow.tracking.RegisteredModelVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** Tries a version beside the one in service, before anything points to it. */
@Component
public class RehearsalRoom {

    private static final int WARM_UP = 2000;
    private static final int MEASURED = 501;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ModelLoader loader;

    RehearsalRoom(ModelLoader loader) {
        this.loader = loader;
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
        for (int i = 0; i < WARM_UP; i++) {
            var unused = predict(model, record);
        }
        long[] nanoseconds = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long begun = System.nanoTime();
            var unused = predict(model, record);
            nanoseconds[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanoseconds);
        return new Rehearsal(version, loadSeconds, nanoseconds[MEASURED / 2] / 1e3);
    }

    private static boolean predict(ServedModel model, byte[] record) {
        try (JsonParser parser = JSON.createParser(record)) {
            parser.nextToken();
            Row row = Objects.requireNonNull(model.reader().read(parser, "").row());
            boolean isPositive = model.isPositive(model.probability(row));
            if (!isPositive) {
                model.reasons().ifPresent(reasons -> reasons.contributions(row));
            }
            return isPositive;
        }
    }
}
