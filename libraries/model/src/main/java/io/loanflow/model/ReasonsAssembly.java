package io.loanflow.model;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.model.family.ModelTrees;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.model.folder.SelfTest;
import io.loanflow.model.reason.Reasons;
import io.loanflow.model.reason.Reference;
import io.loanflow.model.row.Row;
import io.loanflow.model.row.RowReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a model's reasons when they are first asked for: most who score rows never do, and they take as much memory as the model. */
final class ReasonsAssembly {

    private final DatasetDefinition definition;
    private final FeatureEncoder encoder;
    private final RowReader reader;
    private final SelfTest test;
    private final @Nullable Reference reference;
    private @Nullable ModelTrees trees;
    private @Nullable Reasons made;
    private volatile boolean isDone;

    ReasonsAssembly(DatasetDefinition definition, ModelFolder folder, ModelTrees trees, RowReader reader) {
        this.definition = definition;
        this.encoder = folder.encoder();
        this.test = folder.selfTest();
        this.reference = folder.reference();
        this.reader = reader;
        this.trees = trees;
    }

    /** @throws ModelUnusableException if the reasons of the self-test's row are others, even in a last bit */
    Optional<Reasons> reasons() {
        if (!isDone) {
            make();
        }
        return Optional.ofNullable(made);
    }

    private synchronized void make() {
        ModelTrees known = trees;
        if (known != null && reference != null) {
            made = explained(reference, known);
        }
        trees = null;
        isDone = true;
    }

    private Reasons explained(Reference rows, ModelTrees known) {
        try {
            Reasons reasons = Reasons.of(definition, encoder, known, rows);
            check(reasons);
            return reasons;
        } catch (IllegalArgumentException e) {
            throw new ModelUnusableException(
                    ModelFolder.REFERENCE + " does not belong to this model: " + e.getMessage(), e);
        }
    }

    private void check(Reasons reasons) {
        Row row = SelfTestRun.row(reader, test);
        if (!reasons.contributions(row).columns().equals(test.contributions())) {
            throw new ModelUnusableException("the self-test's row has other reasons than when the model was trained");
        }
    }
}
