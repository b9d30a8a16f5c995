package io.loanflow.trees.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import io.loanflow.trees.boosting.BoostedTrees;
import io.loanflow.trees.boosting.BoostingParameters;
import io.loanflow.trees.boosting.GradientBoosting;
import io.loanflow.trees.grow.TrainingTable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;

/** One training of a {@link BoostedTreesTrainer}. */
record BoostingRun(
        String positiveLabel,
        BoostingParameters parameters,
        int threads,
        TrainerProvenance trainer,
        Map<String, Provenance> provenance) {

    BoostedTreesModel grow(TrainingTable table, TrainingDomain domain, GradientBoosting.Watch watch) {
        String positive = positiveLabel.isEmpty()
                ? table.labelNames().get(table.labelNames().size() - 1)
                : positiveLabel;
        int working = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        BoostedTrees trees = GradientBoosting.grow(table, positive, parameters, working, watch);
        ModelProvenance grown = new ModelProvenance(
                BoostedTreesModel.class.getName(),
                OffsetDateTime.now(ZoneOffset.UTC),
                domain.provenance(),
                trainer,
                provenance);
        return new BoostedTreesModel(
                positive, trees, new ModelFacts(BoostedTreesModel.NAME, grown, domain.features(), domain.outputs()));
    }
}
