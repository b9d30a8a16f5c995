package io.loanflow.serving.prediction;

import io.loanflow.model.row.Row;
import io.loanflow.model.row.RowReading;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.ServedModel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** From the bytes of a request to its answer. One request is answered by one model, whatever becomes champion meanwhile. */
@Service
public class Predictor {

    private final Champions champions;
    private final PredictionMetrics metrics;
    private final int maxBatchRows;

    Predictor(Champions champions, PredictionMetrics metrics, ServingSettings settings) {
        this.champions = champions;
        this.metrics = metrics;
        this.maxBatchRows = settings.maxBatchRows();
    }

    /**
     * @param dataset whose model is asked; null for the standard one
     * @param body one row as JSON
     * @param wanted besides the decision
     * @throws MalformedJsonException if it is not JSON
     * @throws InvalidRequestException if the row is not valid
     * @throws io.loanflow.serving.champion.UnknownDatasetException if the data set is not served
     * @throws io.loanflow.serving.champion.NoChampionException if no model is in service
     */
    public Prediction predict(@Nullable String dataset, byte[] body, WantedReasons wanted) {
        ServedModel model = champions.required(dataset);
        PredictionMetrics.OfDataset meters = metrics.of(model);
        long start = System.nanoTime();
        try {
            Prediction prediction = answer(model, body, wanted);
            meters.count(model, prediction);
            meters.scoringTook(System.nanoTime() - start);
            return prediction;
        } catch (InvalidRequestException e) {
            meters.countInvalid();
            throw e;
        }
    }

    /**
     * Asks a model that need not be in service; nothing is counted.
     *
     * @param body one row as JSON
     * @param wanted besides the decision
     * @throws MalformedJsonException if it is not JSON
     * @throws InvalidRequestException if the row is not valid
     */
    public Prediction answer(ServedModel model, byte[] body, WantedReasons wanted) {
        RowReading reading = JsonBody.read(body, parser -> model.reader().read(parser, ""));
        if (reading.row() == null) {
            throw new InvalidRequestException(reading.problems());
        }
        return new Answering(model, wanted).answer(reading.row());
    }

    /**
     * @param dataset whose model is asked; null for the standard one
     * @param body {@code {"rows": [...]}}
     * @param wanted besides the decisions
     * @throws MalformedJsonException if it is not JSON
     * @throws InvalidRequestException if it is not such a batch; a wrong row has its errors in its answer instead
     * @throws BatchTooLongException if it has too many rows
     * @throws io.loanflow.serving.champion.UnknownDatasetException if the data set is not served
     * @throws io.loanflow.serving.champion.NoChampionException if no model is in service
     */
    public BatchPrediction predictBatch(@Nullable String dataset, byte[] body, WantedReasons wanted) {
        ServedModel model = champions.required(dataset);
        List<RowReading> readings =
                JsonBody.read(body, parser -> new BatchReader(model.reader(), maxBatchRows).read(parser));
        return new BatchPrediction(answers(model, readings, wanted));
    }

    /** The valid rows are scored together; each answer stands where its row stood. */
    private List<BatchPrediction.Answer> answers(ServedModel model, List<RowReading> readings, WantedReasons wanted) {
        PredictionMetrics.OfDataset meters = metrics.of(model);
        Iterator<Prediction> predictions =
                new Answering(model, wanted).answers(validRows(readings)).iterator();
        List<BatchPrediction.Answer> answers = new ArrayList<>(readings.size());
        for (RowReading reading : readings) {
            if (reading.row() == null) {
                meters.countInvalid();
                answers.add(new BatchPrediction.Answer(null, reading.problems()));
            } else {
                Prediction prediction = predictions.next();
                meters.count(model, prediction);
                answers.add(new BatchPrediction.Answer(prediction, null));
            }
        }
        return answers;
    }

    private static List<Row> validRows(List<RowReading> readings) {
        return readings.stream()
                .flatMap(reading -> Stream.ofNullable(reading.row()))
                .toList();
    }
}
