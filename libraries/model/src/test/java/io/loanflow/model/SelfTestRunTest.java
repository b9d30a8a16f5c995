package io.loanflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.model.calibration.PlattScaling;
import io.loanflow.model.fixture.LoanModel;
import io.loanflow.model.folder.ModelFacts;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.model.folder.SelfTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelfTestRunTest {

    private static final ModelFolder FOLDER = LoanModel.folder(1);
    private static final SelfTest TEST = FOLDER.selfTest();

    @Test
    void aModelAnswersWithTheCalibratedProbability() {
        PlattScaling calibration = new PlattScaling(2, -1);
        ModelFacts facts = FOLDER.facts();
        ModelFacts calibrated = new ModelFacts(
                facts.dataset(),
                facts.family(),
                facts.origin(),
                calibration,
                0.3,
                facts.digest(),
                facts.schemaFingerprint());
        double probability = calibration.probability(TEST.probability());
        SelfTest test = new SelfTest(TEST.input(), probability, probability >= 0.3 ? "1" : "0", Map.of());

        assertThat(Model.of(with(test, calibrated)).facts()).isEqualTo(calibrated);
        assertThatThrownBy(() -> Model.of(with(TEST, calibrated))).isInstanceOf(ModelUnusableException.class);
    }

    @Test
    void anAnswerThatDiffersInItsLastBitIsRefused() {
        assertRefused(
                new SelfTest(TEST.input(), Math.nextUp(TEST.probability()), TEST.decision(), Map.of()),
                "the self-test gave probability " + TEST.probability() + ", not ");
    }

    @Test
    void aDecisionThatContradictsItsProbabilityIsRefused() {
        String other = TEST.decision().equals("1") ? "0" : "1";

        assertRefused(
                new SelfTest(TEST.input(), TEST.probability(), other, Map.of()),
                "the self-test's decision is " + other);
    }

    @Test
    void anInputThatIsNoRowIsRefused() {
        assertRefused(
                new SelfTest(
                        TEST.input().deepCopy().put("person_age", 7), TEST.probability(), TEST.decision(), Map.of()),
                "the self-test's input is not a valid row: /person_age must be a number from 18 to 100");
    }

    private static ModelFolder with(SelfTest test, ModelFacts facts) {
        return new ModelFolder(FOLDER.model(), FOLDER.encoder(), FOLDER.definition(), test, facts, null);
    }

    private static void assertRefused(SelfTest test, String message) {
        assertThatThrownBy(() -> Model.of(with(test, FOLDER.facts())))
                .isInstanceOf(ModelUnusableException.class)
                .hasMessageStartingWith(message);
    }
}
