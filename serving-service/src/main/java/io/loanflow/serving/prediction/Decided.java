package io.loanflow.serving.prediction;

import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.decision.Decision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;

/** What is remembered of an answer. */
public final class Decided {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Decided() {}

    /** @param record as it came */
    public static Decision of(ServedModel model, Answered answered, byte[] record) {
        return new Decision(
                answered.prediction().decisionId(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                model.version(),
                model.definitionDigest(),
                verdict(model, answered),
                record,
                false);
    }

    public static Decision.Verdict verdict(ServedModel model, Answered answered) {
        Prediction prediction = answered.prediction();
        return new Decision.Verdict(
                answered.score(),
                prediction.probability(),
                model.threshold(),
                model.label(prediction.probability()),
                prediction.reasons() == null ? null : JSON.writeValueAsString(prediction.reasons()));
    }
}
