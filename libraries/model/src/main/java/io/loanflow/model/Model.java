package io.loanflow.model;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.model.family.ModelTrees;
import io.loanflow.model.folder.ModelFacts;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.reason.Reasons;
import io.loanflow.model.row.EncodedRows;
import io.loanflow.model.row.FeatureColumns;
import io.loanflow.model.row.Reencoding;
import io.loanflow.model.row.Row;
import io.loanflow.model.row.RowReader;
import io.loanflow.model.whatif.WhatIf;
import io.loanflow.trees.score.TreeScorer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A model with all that scoring and deciding takes, put together and checked in one way for all who use it. Immutable and
 * thread-safe.
 */
public final class Model {

    private final DatasetDefinition definition;
    private final String definitionText;
    private final String definitionDigest;
    private final FeatureEncoder encoder;
    private final TreeScorer scorer;
    private final ModelFacts facts;
    private final TargetLabels labels;
    private final RowReader reader;
    private final JsonNode example;

    private final ReasonsAssembly reasons;
    private final WhatIfAssembly whatIf;

    Model(DatasetDefinition definition, ModelTrees trees, ModelFolder folder) {
        this.definition = definition;
        this.definitionText = folder.definition();
        this.definitionDigest = Sha256.hex(definitionText.getBytes(StandardCharsets.UTF_8));
        this.encoder = folder.encoder();
        this.scorer = trees.scorer();
        this.facts = folder.facts();
        this.labels = TargetLabels.of(definition);
        this.reader = new RowReader(definition);
        this.example = folder.selfTest().input();
        this.reasons = new ReasonsAssembly(definition, folder, trees, reader);
        this.whatIf = new WhatIfAssembly(definition, folder, trees, this::probability);
    }

    /**
     * Puts the files of a folder together and has the model repeat its self-test.
     *
     * @throws io.loanflow.model.folder.ModelUnusableException if a file is damaged or contradicts another one, or the answer
     *     differs from the stored one, even in its last bit
     */
    public static Model of(ModelFolder folder) {
        Model model = new ModelAssembly(folder).model();
        new SelfTestRun(model).check(folder.selfTest());
        return model;
    }

    /** Of the data set, as it was when the model was trained. */
    public DatasetDefinition definition() {
        return definition;
    }

    /** The text of the definition in the model's folder. */
    public String definitionText() {
        return definitionText;
    }

    /** SHA-256 of {@link #definitionText} in UTF-8. */
    public String definitionDigest() {
        return definitionDigest;
    }

    public ModelFacts facts() {
        return facts;
    }

    /** The target's two categories. */
    public TargetLabels labels() {
        return labels;
    }

    /** Reads the rows that this model takes. */
    public RowReader reader() {
        return reader;
    }

    /** A row that works, as JSON. */
    public JsonNode example() {
        return example;
    }

    /** Number of trees. */
    public int trees() {
        return scorer.size();
    }

    /** What the trees say: Tribuo's own score to the last bit, before calibration. */
    public double score(Row row) {
        return scorer.score(EncodedRows.features(encoder, scorer.featureNames().size(), row));
    }

    /** The columns in which a row has a category that the training part never met, so that it is scored as the rare ones are. */
    public List<String> unseen(Row row) {
        return encoder.unseen(row.categories());
    }

    /** The score of each row, to the bit what it gets alone; worked out together, which is faster. */
    public double[] scores(List<Row> rows) {
        return scorer.scoreColumns(EncodedRows.columns(encoder, rows), rows.size());
    }

    /** The probability of the positive label. */
    public double probability(double score) {
        return facts.calibration().probability(score);
    }

    /** The probability of the positive label. */
    public double probability(Row row) {
        return probability(score(row));
    }

    /** The probability of each row, to the bit what it gets alone. */
    public double[] probabilities(List<Row> rows) {
        return facts.calibration().probabilities(scores(rows));
    }

    /**
     * The probability of each of many rows, whatever encoder made their features.
     *
     * @throws io.loanflow.model.row.RowsUnfitException if the rows lack a column that this model needs
     */
    public double[] probabilities(FeatureColumns rows) {
        return facts.calibration().probabilities(scorer.scoreColumns(Reencoding.columns(rows, encoder), rows.rows()));
    }

    /** Whether a probability is decided as the positive label. */
    public boolean isPositive(double probability) {
        return probability >= facts.threshold();
    }

    /**
     * Says why; empty where the model was trained before models had reasons. Made at the first call, which takes a moment.
     *
     * @throws io.loanflow.model.folder.ModelUnusableException if what reasons are made of is damaged, or says something else of the
     *     self-test's row than when the model was trained
     */
    public Optional<Reasons> reasons() {
        return reasons.reasons();
    }

    /**
     * Finds what would have changed a decision; empty where the definition lets no column change, or the model was trained before models
     * had reasons. Made at the first call.
     *
     * @throws io.loanflow.model.folder.ModelUnusableException if what it is made of is damaged
     */
    public Optional<WhatIf> whatIf() {
        return whatIf.whatIf();
    }

    /** Whether both decide the same question. */
    public boolean sharesTargetWith(Model other) {
        return definition.target().name().equals(other.definition.target().name()) && labels.equals(other.labels);
    }
}
