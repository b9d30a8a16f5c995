package io.loanflow.training.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanflow.contracts.dataset.DatasetUse;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.training.fit.TrainedModel;
import io.loanflow.training.rows.SplitRuleText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model learnt from.
 *
 * @param license null where the definition names none
 * @param rowsByOrigin where the rows of the loads come from: file, download, outcomes or synthetic
 * @param loadSha256 of the file; of several loads, of their digests
 * @param definitionDigest of definition and expectations; null of a load that is older than the digests
 * @param batchesSha256 of the prepared rows
 * @param positive the label whose probability the model gives, and what it is called
 * @param splitRule by what rows are split; null where each is by what it is like
 * @param trainPositiveShare share of that label among the training rows, from 0 to 1
 */
public record CardData(
        String dataset,
        String title,
        String description,
        @Nullable String license,
        DatasetUse use,
        Map<String, Long> rowsByOrigin,
        long loadId,
        String loadSha256,
        @Nullable String definitionDigest,
        String batchesSha256,
        long trainRows,
        long testRows,
        double testShare,
        long splitSeed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String splitRule,
        String target,
        Label positive,
        Label negative,
        double trainPositiveShare) {

    /** A category of the target and what people call a decision for it. */
    public record Label(String label, String name) {}

    static CardData of(TrainedModel model) {
        var definition = model.data().definition();
        var request = model.request();
        var load = request.load();
        return new CardData(
                load.dataset(),
                definition.title(),
                definition.description(),
                definition.source().license(),
                definition.use(),
                rowsByOrigin(load),
                load.loadId(),
                load.sha256(),
                load.definitionDigest(),
                request.batches().sha256(),
                model.data().train().size(),
                model.data().test().size(),
                request.split().testShare(),
                request.split().seed(),
                SplitRuleText.rule(definition),
                definition.target().name(),
                new Label(definition.positiveLabel(), definition.positiveName()),
                new Label(definition.negativeLabel(), definition.negativeName()),
                model.data().train().positives() / (double) model.data().train().size());
    }

    private static Map<String, Long> rowsByOrigin(DatasetRef load) {
        Map<String, Long> rows = new LinkedHashMap<>();
        load.rowsByOrigin().forEach((origin, count) -> rows.put(origin.name().toLowerCase(Locale.ROOT), count));
        return rows;
    }
}
