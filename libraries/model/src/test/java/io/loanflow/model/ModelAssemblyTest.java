package io.loanflow.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import io.loanflow.contracts.feature.OrdinalEncoding;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.model.fixture.LoanModel;
import io.loanflow.model.folder.ModelFacts;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.folder.ModelUnusableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelAssemblyTest {

    private static final ModelFolder WHOLE = LoanModel.folder(1);
    private static final ModelFacts FACTS = WHOLE.facts();

    @Test
    void aWholeFolderBecomesAModel() {
        Model model = Model.of(WHOLE);

        assertThat(model.facts().origin()).isEqualTo(DataOrigin.SYNTHETIC);
        assertThat(model.facts().threshold()).isEqualTo(0.5);
        assertThat(model.trees()).isEqualTo(5);
        assertThat(model.example()).isEqualTo(WHOLE.selfTest().input());
    }

    @Test
    void aForestThatIsNotOneIsRefused() {
        for (byte[] forest : List.of(
                new byte[0], "<html>".getBytes(UTF_8), Arrays.copyOf(WHOLE.model(), WHOLE.model().length / 2))) {
            assertRefused(
                    new ModelFolder(forest, WHOLE.encoder(), WHOLE.definition(), WHOLE.selfTest(), FACTS, null),
                    "forest.pb is not a model over these features");
        }
    }

    @Test
    void anotherForestIsRefusedByItsDigest() {
        byte[] other = LoanModel.folder(2).model();

        assertRefused(
                new ModelFolder(other, WHOLE.encoder(), WHOLE.definition(), WHOLE.selfTest(), FACTS, null),
                "forest.pb has digest ",
                "loanflow.json says " + FACTS.digest());
    }

    @Test
    void aDefinitionThatIsWrongIsRefusedWithTheLine() {
        assertRefused(definition("name: loan\n"), "dataset.yaml is wrong: dataset.yaml:1: ");
        assertRefused(definition(""), "dataset.yaml is wrong");
    }

    @Test
    void aDefinitionWithOtherFeaturesIsRefused() {
        String text = WHOLE.definition();

        assertRefused(definition(text.replace("name: credit_score", "name: score")), "encodes [", "are [");
        assertRefused(definition(text.replace("version: 1", "version: 2")), "the feature schema has fingerprint ");
        assertRefused(
                definition(text.replace("positive-label: \"1\"", "positive-label: \"yes\"")
                        .replace("categories: [\"0\", \"1\"]", "categories: [\"no\", \"yes\"]")),
                "does not know the label 'yes'");
    }

    @Test
    void anEncoderThatDoesNotFitIsRefused() {
        List<ColumnEncoding> encodings = WHOLE.encoder().encodings();
        ColumnEncoding age = encodings.get(0);

        assertRefused(encoder(encodings.subList(1, encodings.size())), "encoder.json encodes [");
        assertRefused(
                encoder(withFirst(new OrdinalEncoding(age.column(), List.of("young"), 0))),
                "encoder.json does not encode person_age as what it is: a number from 18 to 100 (years)");
        assertRefused(
                encoder(withFirst(new OneHotEncoding(age.column(), List.of("young")))), "does not encode person_age");
        assertRefused(
                encoder(withFirst(new NumericEncoding(age.column(), Double.NaN, 0, 1))),
                "encoder.json has a missing value, mean or deviation that is not a finite number");
    }

    @Test
    void factsThatAreWrongAreRefused() {
        assertRefused(
                facts(new ModelFacts(
                        "heart",
                        FACTS.family(),
                        FACTS.origin(),
                        FACTS.calibration(),
                        FACTS.threshold(),
                        FACTS.digest(),
                        FACTS.schemaFingerprint())),
                "loanflow.json is about data set heart, dataset.yaml about loan");
        for (double threshold : new double[] {0, 1, -1, Double.NaN}) {
            assertRefused(
                    facts(new ModelFacts(
                            FACTS.dataset(),
                            FACTS.family(),
                            FACTS.origin(),
                            FACTS.calibration(),
                            threshold,
                            FACTS.digest(),
                            FACTS.schemaFingerprint())),
                    "loanflow.json has threshold " + threshold);
        }
    }

    private static List<ColumnEncoding> withFirst(ColumnEncoding first) {
        List<ColumnEncoding> encodings = new ArrayList<>(WHOLE.encoder().encodings());
        encodings.set(0, first);
        return encodings;
    }

    private static ModelFolder encoder(List<ColumnEncoding> encodings) {
        return new ModelFolder(
                WHOLE.model(), new FeatureEncoder(encodings), WHOLE.definition(), WHOLE.selfTest(), FACTS, null);
    }

    private static ModelFolder definition(String text) {
        return new ModelFolder(WHOLE.model(), WHOLE.encoder(), text, WHOLE.selfTest(), FACTS, null);
    }

    private static ModelFolder facts(ModelFacts facts) {
        return new ModelFolder(WHOLE.model(), WHOLE.encoder(), WHOLE.definition(), WHOLE.selfTest(), facts, null);
    }

    private static void assertRefused(ModelFolder folder, String... messages) {
        assertThatThrownBy(() -> Model.of(folder))
                .isInstanceOf(ModelUnusableException.class)
                .hasMessageContainingAll(messages);
    }
}
