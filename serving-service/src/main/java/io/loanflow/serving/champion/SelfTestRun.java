package io.loanflow.serving.champion;

import io.loanflow.serving.application.ApplicationReading;
import io.loanflow.tracking.SelfTest;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** Asks a loaded model the question it was asked when it was trained, the way a client asks. */
final class SelfTestRun {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SelfTestRun() {}

    /** @throws ModelUnusableException if the answer differs, even in its last bit */
    static void check(ServedModel model, SelfTest test) {
        String run = "run " + model.version().runId() + ": ";
        ApplicationReading reading;
        try (JsonParser parser = MAPPER.createParser(test.input().toString())) {
            parser.nextToken();
            reading = model.reader().read(parser, "");
        }
        if (reading.application() == null) {
            throw new ModelUnusableException(run + "the self-test's input is not a valid application: "
                    + reading.problems().get(0).pointer() + " "
                    + reading.problems().get(0).detail());
        }
        double probability = model.probability(reading.application());
        if (Double.doubleToLongBits(probability) != Double.doubleToLongBits(test.probability())) {
            throw new ModelUnusableException(run + "the self-test gave probability " + probability + ", not "
                    + test.probability() + " as when the model was trained");
        }
        boolean positive = test.decision().equals(model.definition().positiveLabel());
        if (model.approves(probability) != positive) {
            throw new ModelUnusableException(run + "the self-test's decision is " + test.decision()
                    + ", but its probability " + probability + " with threshold " + model.threshold()
                    + " says otherwise");
        }
    }
}
