package io.loanflow.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.model.calibration.Uncalibrated;
import io.loanflow.model.family.BoostingFamily;
import io.loanflow.model.family.FamilyRows;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.model.fixture.LoanModel;
import io.loanflow.model.folder.FolderPlace;
import io.loanflow.model.folder.ModelFacts;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.model.folder.SelfTest;
import io.loanflow.model.reason.Reasons;
import io.loanflow.model.reason.Reference;
import io.loanflow.model.reason.ReferenceMaker;
import io.loanflow.model.row.EncodedRows;
import io.loanflow.model.row.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ModelReasonsTest {

    private static final FolderPlace PLACE = new FolderPlace("model", "1f", Instant.EPOCH);
    private static final LabelledRows ROWS = FamilyRows.ROWS;

    private final BoostingFamily family = new BoostingFamily();
    private final FittedModel fitted = family.fit(ROWS, family.defaults().with("trees", "10"), FamilyRows.growth(1));
    private final Reference reference = ReferenceMaker.of(ROWS);
    private final Reasons reasons = Reasons.of(LoanModel.DEFINITION, LoanModel.ENCODER, fitted.trees(), reference);
    private final Map<String, byte[]> files = new HashMap<>(folder().files(PLACE));

    @Test
    void aModelThatIsReadHasTheReasonsThatItWasTrainedWith() {
        for (Row row : LoanModel.rows(20, 3)) {
            assertThat(read().reasons().orElseThrow().contributions(row)).isEqualTo(reasons.contributions(row));
        }
    }

    @Test
    void aFolderOfAnOlderVersionHasNoneAndIsReadAllTheSame() {
        files.remove(ModelFolder.REFERENCE);
        files.computeIfPresent(
                ModelFolder.SELF_TEST,
                (name, json) -> new String(json, UTF_8)
                        .replaceFirst(",\"contributions\":\\{[^}]*}", "")
                        .getBytes(UTF_8));

        assertThat(new String(Objects.requireNonNull(files.get(ModelFolder.SELF_TEST)), UTF_8))
                .doesNotContain("contributions");
        assertThat(read().reasons()).isEmpty();
    }

    @Test
    void otherReasonsThanWhenItWasTrainedMakeItUnusable() {
        files.computeIfPresent(
                ModelFolder.SELF_TEST,
                (name, json) -> new String(json, UTF_8)
                        .replaceFirst("\"credit_score\":-?[0-9]", "\"credit_score\":7")
                        .getBytes(UTF_8));
        Model model = read();

        assertThatThrownBy(model::reasons)
                .isInstanceOf(ModelUnusableException.class)
                .hasMessage("the self-test's row has other reasons than when the model was trained");
    }

    @Test
    void aReferenceOfOtherFeaturesMakesItUnusable() {
        files.computeIfPresent(
                ModelFolder.REFERENCE,
                (name, json) -> new String(json, UTF_8)
                        .replace("\"person_age\"", "\"age\"")
                        .getBytes(UTF_8));
        Model model = read();

        assertThatThrownBy(model::reasons)
                .isInstanceOf(ModelUnusableException.class)
                .hasMessageStartingWith("reference.json does not belong to this model: ");
    }

    private Model read() {
        return Model.of(ModelFolder.read(files.keySet(), files::get));
    }

    private ModelFolder folder() {
        ModelFolder plain = LoanModel.folder(1);
        Row row = Objects.requireNonNull(
                Model.of(plain).reader().read(plain.selfTest().input()).row());
        double probability = fitted.scorer()
                .score(EncodedRows.features(LoanModel.ENCODER, ROWS.features().size(), row));
        return new ModelFolder(
                family.write(fitted),
                LoanModel.ENCODER,
                LoanModel.TEXT,
                new SelfTest(
                        plain.selfTest().input(),
                        probability,
                        probability >= 0.5 ? "1" : "0",
                        reasons.contributions(row).columns()),
                new ModelFacts(
                        "loan",
                        family.name(),
                        DataOrigin.FILE,
                        new Uncalibrated(),
                        0.5,
                        fitted.scorer().digest(),
                        plain.facts().schemaFingerprint()),
                reference);
    }
}
