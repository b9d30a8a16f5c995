package io.loanflow.serving.protocol;

import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.NoChampionException;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.prediction.Prediction;
import io.loanflow.serving.prediction.PredictionRequest;
import io.loanflow.serving.prediction.Predictor;
import io.loanflow.serving.prediction.RefusedRows;
import io.loanflow.serving.prediction.WantedReasons;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the protocols have in common: the same predictions as everywhere, of all rows of a request or of none. */
@Service
public class Doors {

    private final Champions champions;
    private final Predictor predictor;
    private final RefusedRows refused;
    private final int mostRows;

    public Doors(Champions champions, Predictor predictor, RefusedRows refused, ServingSettings settings) {
        this.champions = champions;
        this.predictor = predictor;
        this.refused = refused;
        this.mostRows = settings.maxBatchRows();
    }

    /** Most rows in a request. */
    int mostRows() {
        return mostRows;
    }

    /** Whether all that ought to be served is. */
    boolean areOpen() {
        return champions.isReady();
    }

    List<ServedModel> models() {
        return champions.inService();
    }

    /** @throws io.loanflow.serving.champion.UnknownDatasetException if it is not served */
    ServedModel model(String name) {
        return champions.required(name);
    }

    /**
     * The model of addresses that name none: of the standard data set, or else the only one in service.
     *
     * @throws NoChampionException if neither is
     */
    ServedModel only() {
        List<ServedModel> models = champions.inService();
        return models.stream()
                .filter(model -> model.version().name().equals(champions.standard()))
                .findFirst()
                .orElseGet(() -> {
                    if (models.size() > 1) {
                        throw RowsBody.invalid(
                                "",
                                "names no data set, and there are "
                                        + String.join(
                                                ", ",
                                                models.stream()
                                                        .map(model ->
                                                                model.version().name())
                                                        .toList())
                                        + "; set LOANFLOW_MODEL to the one that /invocations asks, or ask"
                                        + " /v1/models/{model}:predict");
                    }
                    return models.stream()
                            .findFirst()
                            .orElseThrow(() -> new NoChampionException("no model is in service yet"));
                });
    }

    /** Reads what names rows, and counts what is no such thing. */
    <T> T reading(ServedModel model, Supplier<T> reading) {
        return refused.reading(model, reading);
    }

    /**
     * Decides about rows.
     *
     * @param body makes the body of a batch of them
     * @throws io.loanflow.serving.prediction.InvalidRequestException if any of them is wrong
     */
    List<Prediction> predictions(ServedModel model, Function<RowsBody, byte[]> body) {
        return predictions(model, null, body);
    }

    /** @param version that must answer; null where the client names none */
    List<Prediction> predictions(ServedModel model, @Nullable Integer version, Function<RowsBody, byte[]> body) {
        byte[] rows = refused.reading(model, () -> body.apply(new RowsBody(model.definition(), mostRows)));
        return predictor.predictAll(
                new PredictionRequest(model.version().name(), rows, WantedReasons.NONE, null, version));
    }
}
