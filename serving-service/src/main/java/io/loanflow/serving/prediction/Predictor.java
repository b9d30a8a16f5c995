package io.loanflow.serving.prediction;

import io.loanflow.model.row.Row;
import io.loanflow.model.row.RowReading;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.Champion;
import io.loanflow.serving.champion.ServedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        Prediction prediction = answer(model, model.probability(reading.row()));
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
        return new BatchPrediction(answers(model, readings));
    }

    /** The valid rows are scored together; each answer stands where its row stood. */
    private List<BatchPrediction.Answer> answers(ServedModel model, List<RowReading> readings) {
        double[] probabilities = model.probabilities(validRows(readings));
        List<BatchPrediction.Answer> answers = new ArrayList<>(readings.size());
        int scored = 0;
        for (RowReading reading : readings) {
            if (reading.row() == null) {
                metrics.countInvalid();
                answers.add(new BatchPrediction.Answer(null, reading.problems()));
            } else {
                answers.add(new BatchPrediction.Answer(answer(model, probabilities[scored++]), null));
            }
        }
        return answers;
    }

    private static List<Row> validRows(List<RowReading> readings) {
        return readings.stream()
                .flatMap(reading -> Stream.ofNullable(reading.row()))
                .toList();
    }

    private Prediction answer(ServedModel model, double probability) {
        Prediction prediction = Prediction.of(model, probability);
        metrics.count(model.definition(), prediction);
        return prediction;
    }
}
