package io.loanflow.serving.champion;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.tracking.ModelFacts;
import io.loanflow.tracking.ModelFolder;
import io.loanflow.tracking.PlattScaling;
import io.loanflow.tracking.SelfTest;
import org.junit.jupiter.api.Test;

class SelfTestRunTest {

    private static final ModelFolder FOLDER = TrainedModel.small(1).folder(DataOrigin.FILE);
    private static final SelfTest TEST = FOLDER.selfTest();

    private final ServedModel model = Champions.model(FOLDER, 1, "0f");

    @Test
    void theStoredAnswerComesBack() {
        assertThatCode(() -> SelfTestRun.check(model, TEST)).doesNotThrowAnyException();
    }

    @Test
    void aModelAnswersWithTheCalibratedProbability() {
        PlattScaling calibration = new PlattScaling(2, -1);
        ModelFacts facts = FOLDER.facts();
        ServedModel calibrated = Champions.model(
                new ModelFolder(
                        FOLDER.forest(),
                        FOLDER.encoder(),
                        FOLDER.definition(),
                        TEST,
                        new ModelFacts(
                                facts.dataset(),
                                facts.origin(),
                                calibration,
                                0.3,
                                facts.digest(),
                                facts.schemaFingerprint())),
                1,
                "0f");
        double probability = calibration.probability(TEST.probability());
        SelfTest test = new SelfTest(TEST.input(), probability, probability >= 0.3 ? "1" : "0");

        assertThatCode(() -> SelfTestRun.check(calibrated, test)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SelfTestRun.check(calibrated, TEST)).isInstanceOf(ModelUnusableException.class);
    }

    @Test
    void anAnswerThatDiffersInItsLastBitIsRefused() {
        assertRefused(
                new SelfTest(TEST.input(), Math.nextUp(TEST.probability()), TEST.decision()),
                "the self-test gave probability " + TEST.probability() + ", not ");
    }

    @Test
    void aDecisionThatContradictsItsProbabilityIsRefused() {
        String other = TEST.decision().equals("1") ? "0" : "1";

        assertRefused(new SelfTest(TEST.input(), TEST.probability(), other), "the self-test's decision is " + other);
    }

    @Test
    void anInputThatIsNoApplicationIsRefused() {
        assertRefused(
                new SelfTest(TEST.input().deepCopy().put("person_age", 7), TEST.probability(), TEST.decision()),
                "the self-test's input is not a valid application: /person_age must be a number from 18 to 100");
    }

    private void assertRefused(SelfTest test, String message) {
        assertThatThrownBy(() -> SelfTestRun.check(model, test))
                .isInstanceOf(ModelUnusableException.class)
                .hasMessageStartingWith("run 0f: " + message);
    }
}
