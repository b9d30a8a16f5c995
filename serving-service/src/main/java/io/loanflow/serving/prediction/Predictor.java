package io.loanflow.serving.prediction;

import io.loanflow.model.row.Row;
import io.loanflow.model.row.RowReading;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.Champion;
import io.loanflow.serving.champion.ServedModel;
import java.util.List;
import org.springframework.stereotype.Service;

/** From the bytes of a request to its answer. One request is answered by one model, whatever becomes champion meanwhile. */
@Service
public class Predictor {

    private final Champion champion;
    private final PredictionMetrics metrics;
    private final int maxBatchRows;

    Predictor(Champion champion, PredictionMetrics metrics, ServingSettings settings) {
        this.champion = champion;
        this.metrics = metrics;
        this.maxBatchRows = settings.maxBatchRows();
    }

    /**
     * @param body one application as JSON
     * @throws MalformedJsonException if it is not JSON
     * @throws InvalidRequestException if the application is not valid
     * @throws io.loanflow.serving.champion.NoChampionException if no model is in service
     */
    public Prediction predict(byte[] body) {
        ServedModel model = champion.required();
        long start = System.nanoTime();
        RowReading reading = JsonBody.read(body, parser -> model.reader().read(parser, ""));
        if (reading.row() == null) {
            metrics.countInvalid();
            throw new InvalidRequestException(reading.problems());
        }
        Prediction prediction = answer(model, reading.row());
        metrics.scoringTook(System.nanoTime() - start);
        return prediction;
    }

    /**
     * @param body {@code {"applications": [...]}}
     * @throws MalformedJsonException if it is not JSON
     * @throws InvalidRequestException if it is not such a batch; a wrong application has its errors in its answer instead
     * @throws BatchTooLongException if it has too many applications
     * @throws io.loanflow.serving.champion.NoChampionException if no model is in service
     */
    public BatchPrediction predictBatch(byte[] body) {
        ServedModel model = champion.required();
        List<RowReading> readings =
                JsonBody.read(body, parser -> new BatchReader(model.reader(), maxBatchRows).read(parser));
        return new BatchPrediction(
                readings.stream().map(reading -> answer(model, reading)).toList());
    }

    private BatchPrediction.Answer answer(ServedModel model, RowReading reading) {
        if (reading.row() == null) {
            metrics.countInvalid();
            return new BatchPrediction.Answer(null, reading.problems());
        }
        return new BatchPrediction.Answer(answer(model, reading.row()), null);
    }

    private Prediction answer(ServedModel model, Row application) {
        Prediction prediction = Prediction.of(model, model.probability(application));
        metrics.count(prediction);
        return prediction;
    }
}
